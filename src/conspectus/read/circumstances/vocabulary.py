"""English words for channels, occasions and those who are told."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


CHANNELS = _words(
    """
    ad advertisement affidavit announcement article autobiography biography blog book brief broadcast brochure
    bulletin cable call caption column comment commentary communique complaint diary dispatch documentary e-mail
    editorial email essay facebook film filing instagram interview journal leaflet letter linkedin livestream
    manifesto memo memoir memorandum message newsletter note op-ed page pamphlet paper petition phone podcast
    post poster press program programme publication radio readout release reply report response social media
    show statement story stream study substack telegram telephone television testimony text tiktok thread
    transcript truth tv tweet twitter video voicemail website weibo youtube
    """
)
"""What words travel through: texts, programmes, services."""

OCCASIONS = _words(
    """
    address anniversary appearance assembly banquet breakfast briefing campaign celebration ceremony
    commemoration commencement conference congress convention conversation court debate deposition dinner
    discussion event floor forum funeral gathering hearing inquest inauguration luncheon march mass meeting
    memorial news panel parade protest questioning rally reception remarks retreat roundtable seminar sermon
    service session speech stop summit symposium talk talks testimony town trial trip tour vigil visit workshop
    """
)
"""When and where people come together and speak."""

GATHERINGS = _words(
    """
    briefing ceremony conference convention event forum funeral gathering hearing inquest meeting rally reception
    service session summit vigil
    """
)
"""Occasions that are spoken of as if they were told: "told a news conference"."""

THROUGH = _words("through via")
SPEAKERS = _words(
    """
    agent aide attorney counsel intermediary interpreter lawyer mouthpiece publicist representative solicitor
    spokesman spokesperson spokeswoman translator
    """
)
"""People through whom others let something be said: "denied through his lawyer"."""

IN = _words("in on via through by over from")
AT = _words("at during in on after before amid")
TELLING = _words(
    """
    tell inform assure remind warn advise notify ask urge order instruct call brief promise thank beg implore
    text email message invite
    """
)
"""Verbs whose object is told the words."""

TO = _words(
    """
    say write speak explain complain confirm announce admit suggest boast confide reply respond talk apologize
    apologise lie testify send tweet address concede acknowledge reveal appeal report
    """
)
"""Verbs that name with "to" whom they tell."""

SENDING = _words("tweet text email post blog livestream broadcast telephone phone retweet")
"""Verbs that are a channel themselves."""

GIVING = _words("issue release make give publish send post put file sign circulate write deliver read record")
"""Verbs whose object can be the channel: "released a statement saying"."""

TEXTS = _words("statement letter release email e-mail memo message note post tweet readout communique press-release")
"""Texts that bring somebody's words, as the subject of a cue: "the statement said"."""

STANDING = _words("dismay surprise delight point effect contrary question relief shock degree extent detail")
"""Nouns that make no addressee of "to the …"."""

APPEARING = _words("speak ask address appear testify talk write question press")
"""Verbs before a cue that tell where and through what: "speaking on the radio, she said"."""

BEFORE = _words("testify speak argue appear")
"""Verbs that name with "before" whom they tell: "testified before the council"."""
