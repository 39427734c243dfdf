"""The trained attribution reader: windows of words through two small networks, and what their scores say."""
