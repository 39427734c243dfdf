"""Two values of one thing: equal, compatible, different, or nobody can tell, and why. One module a type.

The checks call these functions and compare values in no other way. Amounts are compared as intervals
(``amounts``), dates and times of day as stretches of hours, on the calendar or on the wheel of the year, the week
or the day where no more is known (``times``), lengths of time in days (``durations``), places by what lies in what
(``places``).
"""
