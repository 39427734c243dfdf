"""English nouns for those who speak: people by what they do, bodies, texts, outlets."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ROLES = _words(
    """
    activist actor actress adviser advisor agent aide ally ambassador analyst archbishop archivist attorney
    author baron billionaire bishop boss boy brother candidate captain cardinal chair chairman chairperson
    chairwoman chancellor chief clerk coach cofounder colleague colonel comedian commander commissioner
    comptroller congressman congresswoman consul contender coroner correspondent councillor councilman
    councilwoman counsel counterpart critic curator daughter delegate deputy designer detective diplomat
    director doctor donor driver economist editor engineer envoy executive expert farmer father firefighter
    founder fugitive general girl governor guard head heir historian host hostage husband inspector instructor
    journalist judge justice king lawmaker lawyer leader lieutenant lobbyist majority man manager marshal mayor
    mediator member minister minority monk mother musician neighbor neighbour nominee nun nurse officer official
    operative operator opponent organizer owner paramedic partner passenger pastor patient pilot player poet
    police politician pollster pope premier president priest prime prince princess principal prisoner pro
    producer professor prosecutor queen rector reporter representative republican democrat researcher resident
    scholar scientist secretary senator sergeant sheriff singer sister son speaker spokesman spokesperson
    spokeswoman staffer star strategist student suspect superintendent supervisor surgeon survivor teacher
    teenager trader treasurer trooper tycoon veteran victim volunteer warden whistleblower widow widower wife
    winner witness woman worker writer person parent friend owner postal
    """
)
"""Nouns for a person by what they do or are."""

BODIES = _words(
    """
    academy administration agency alliance ally army assembly association authority bank board body branch
    brigade bureau cabinet camp campaign cathedral center centre chain chamber charity church city club
    coalition college commission committee community company conference congress consortium corporation council
    country county court department diocese directorate district division embassy faction federation firm force
    foundation fund government group guild hospital house industry inquest institute institution intelligence
    judiciary jury kingdom league legislature majority mayoralty military ministry mission mosque movement museum
    navy nation network-group office opposition organisation organization panel parliament party police pentagon
    plant practice presidency prosecution regime registry school secretariat senate service society squad staff state
    station subsidiary syndicate synagogue team think-tank town tribunal unit union university village watchdog
    """
)
"""Nouns for a body of people that speaks as one."""

TEXTS = _words(
    """
    account ad advertisement advisory affidavit album amendment analysis announcement article assessment audit
    autopsy ballot bill biography blog book brief briefing broadcast bulletin caption census-report chapter
    charter circular code column communique complaint constitution correspondence count data database dataset
    diary dispatch document documentary draft editorial email e-mail essay estimate evidence examination excerpt
    filing finding footage form guideline handbook headline history indictment interview investigation inquiry
    invoice journal law lawsuit leaflet ledger legislation letter list listing log map manifesto manual
    manuscript measure memo memoir memorandum message minutes note notice novel observation op-ed opinion order
    ordinance paper-trail passage petition piece placard plan platform play poem policy poll post poster
    preamble press-release profile profile proposal quotation ranking readout record recording regulation
    release reply report research resolution response review ruling rule schedule scripture script search sign
    site-report speech statement statistic statute story study subpoena suit summary survey table tape testimony
    text textbook timeline title transcript treaty tweet update verdict video voicemail warrant website will
    word comment remark
    """
)
"""Nouns for a text or another record that says something."""

SOURCES = _words("source insider")
"""Nouns for people whom the article leaves unnamed by their very name."""

OUTLET_NOUNS = _words("newspaper paper magazine broadcaster network channel tabloid outlet newswire weekly daily media")
"""Nouns for an outlet."""
