"""Told of one thing: how likely it is that two values of different articles are told of one thing.

Whether the two are equal plays no part: "in May" and "on 3 May" may be told of one vote, and so may "in June".
"""
