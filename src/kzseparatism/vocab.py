"""The controlled vocabularies: what a coded field may say, and what each value means.

Each value is a lower-case word that compares equal to its text (``Stance.NONE == "none"``);
``.definition`` is the sentence that the codebook prints.
"""

from __future__ import annotations

from enum import StrEnum, unique
from typing import Self

from kzseparatism.errors import InvalidValueError, WrongTypeError

__all__ = [
    "ActorKind",
    "Attribution",
    "CaseKind",
    "CaseStatus",
    "DateBasis",
    "DiscrepancyKind",
    "Dispute",
    "EventKind",
    "Exclusion",
    "Force",
    "Medium",
    "Penalty",
    "RegionKind",
    "SiteRelation",
    "StageKind",
    "Stance",
]


_RESERVE = "in reserve"


class Vocabulary(StrEnum):
    """A closed list of words, each with a definition.

    A word is ``in_reserve`` if the shipped data do not need it: it is kept for other datasets.

    >>> Attribution("direct").definition
    'At least part of the words is quoted verbatim.'
    >>> StageKind("fine").in_reserve, StageKind("trial").in_reserve
    (True, False)
    >>> Stance("pro")
    Traceback (most recent call last):
    ...
    kzseparatism.errors.InvalidValueError: Stance: 'pro' is none of challenges, affirms, ...
    """

    definition: str
    in_reserve: bool

    def __new__(cls, value: str, definition: str = "", use: str = "") -> Self:
        """Make a member of its word, its definition, and whether it is in reserve."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.definition = definition
        member.in_reserve = use == _RESERVE
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self:
        if not isinstance(value, str):
            raise WrongTypeError(cls.__name__, value, "is not text")
        import difflib  # noqa: PLC0415 - only errors need it

        # Sheets begin a cell with a capital letter; and difflib is slow with long text.
        meant = difflib.get_close_matches(value[:100].casefold(), [*cls], n=1)
        remedy = f"did you mean {meant[0].value!r}?" if meant else ""
        raise InvalidValueError(cls.__name__, value, f"is none of {', '.join(cls)}", remedy)


@unique
class ActorKind(Vocabulary):
    """What sort of actor it is."""

    PERSON = "person", "One human being, named or not."
    ORGANISATION = "organisation", "An association, movement, party, firm or institute."
    PUBLIC_BODY = "public_body", "A court, ministry, service, parliament or other organ of a state."
    MEDIA_OUTLET = "media_outlet", "A newspaper, news site, agency, channel or broadcaster."
    PLATFORM = "platform", "A service on which its users publish or talk."
    GROUP = (
        "group",
        "Several people or bodies that are named together and have no organisation of their own.",
    )


@unique
class RegionKind(Vocabulary):
    """What sort of first-level unit of a country it is."""

    REGION = "region", "A region, province, state or other unit; in Kazakhstan an oblys (oblast)."
    CITY = "city", "A city with the standing of a region."


@unique
class CaseKind(Vocabulary):
    """What sort of case it is; the first that fits, in this order."""

    AGGREGATE = "aggregate", "Cases that are reported only as a number or in general."
    UPRISING = "uprising", "Acts that are said to have taken place as an uprising."
    PLOT = "plot", "Acts by force that are said to have been jointly prepared and thwarted."
    ADMINISTRATIVE = "administrative", "A breach of rules, but not of criminal law.", _RESERVE
    CIVIL = "civil", "A claim or request under civil law.", _RESERVE
    PROSECUTION = "prosecution", "Any other pursuit of somebody under criminal law."


@unique
class StageKind(Vocabulary):
    """What happened to a case; members stand in procedural order."""

    CONDUCT = "conduct", "When the acts are said to have happened."
    INVESTIGATION = "investigation", "Authorities are said to have begun to look into the acts."
    ARREST = "arrest", "Somebody was arrested or detained."
    CHARGE = "charge", "Somebody was charged or formally accused."
    TRIAL = "trial", "A court dealt with the case."
    CONVICTION = "conviction", "A court found somebody guilty."
    ACQUITTAL = "acquittal", "A court found somebody not guilty.", _RESERVE
    SENTENCE = "sentence", "A court pronounced a sentence."
    DETENTION = "detention", "Detention was imposed, but not under criminal law.", _RESERVE
    FINE = "fine", "A fine or damages were imposed, but not under criminal law.", _RESERVE
    SUSPENSION = "suspension", "A licence or registration was suspended or lost.", _RESERVE
    DISMISSAL = "dismissal", "Somebody lost a post, a rank or a place of study.", _RESERVE
    APPEAL = "appeal", "A higher court was asked, or ruled.", _RESERVE
    FLIGHT = "flight", "Somebody left the country after the acts, or to avoid the case."
    RELEASE = "release", "Somebody was set free after a time in custody."


@unique
class CaseStatus(Vocabulary):
    """The furthest that any defendant of a case has got; derived from the stages."""

    REPORTED = "reported", "Acts are reported, and nothing that an authority did."
    INVESTIGATED = "investigated", "Authorities looked into the acts.", _RESERVE
    ARRESTED = "arrested", "Somebody was arrested.", _RESERVE
    CHARGED = "charged", "Somebody was charged."
    TRIED = "tried", "A court dealt with the case.", _RESERVE
    ACQUITTED = "acquitted", "Somebody was acquitted and nobody sanctioned or convicted.", _RESERVE
    SANCTIONED = "sanctioned", "Something was imposed, but not by criminal law.", _RESERVE
    CONVICTED = "convicted", "Somebody was convicted or sentenced under criminal law."


@unique
class Penalty(Vocabulary):
    """What was imposed on somebody."""

    IMPRISONMENT = "imprisonment", "Loss of liberty under criminal law, also if it is suspended."
    DETENTION = "detention", "Some days of detention, but not under criminal law.", _RESERVE
    FINE = "fine", "A sum of money to pay: a fine, or damages.", _RESERVE
    SUSPENSION = "suspension", "The loss of a licence, for a time or for good.", _RESERVE
    DISMISSAL = "dismissal", "The loss of a post, a rank or a place of study.", _RESERVE
    OTHER = "other", "Anything else, or the document does not say; the note has more.", _RESERVE


@unique
class SiteRelation(Vocabulary):
    """What a place has to do with a case."""

    CONDUCT = "conduct", "Where the acts are said to have happened."
    COURT = "court", "Where the court sat."
    CLAIMED = "claimed", "What was claimed, asked for or to be seized."
    RESIDENCE = "residence", "Where a defendant is said to live."


@unique
class Medium(Vocabulary):
    """By what means a statement was made."""

    ANNOUNCEMENT = "announcement", "Made known officially by an authority or organisation."
    BOOK = "book", "Printed in a book."
    BROADCAST = "broadcast", "Said on television, radio or a streamed programme."
    CONVERSATION = "conversation", "Said face to face or by telephone, not in public."
    COURT = "court", "Said or written in proceedings: by a court, prosecutor or party."
    INTERVIEW = "interview", "Said to an outlet, in answer or at length."
    LETTER = "letter", "Written to an addressee, also as an open letter."
    MEETING = "meeting", "Said at a meeting, session or round table."
    NEWS_CONFERENCE = "news_conference", "Said to reporters at a conference or briefing."
    NEWS_REPORT = "news_report", "Published by an outlet in its own name."
    RALLY = "rally", "Said, shouted or shown at a rally."
    RESEARCH = "research", "Published as a study or expert finding."
    SOCIAL_MEDIA = "social_media", "Posted or commented on a platform."
    VIDEO = "video", "Said in a video that the speaker recorded."
    VIDEO_CHAT = "video_chat", "Said in a video conversation over the internet."
    WEBSITE = "website", "Published on the speaker's own site."
    UNSPECIFIED = "unspecified", "The document does not say."


@unique
class Attribution(Vocabulary):
    """How closely a document gives the words of a speaker."""

    DIRECT = "direct", "At least part of the words is quoted verbatim."
    PARAPHRASE = "paraphrase", "The document tells in its own words what was said."
    REPORTED = "reported", "Only the act or its subject is reported, not the content in detail."


@unique
class Dispute(Vocabulary):
    """Which doubt, if any, a document reports about a statement."""

    NONE = "none", "No doubt is reported."
    OCCURRENCE = "occurrence", "Whether it was said at all is in doubt."
    AUTHORSHIP = "authorship", "Whether this speaker said it is in doubt."
    WORDING = "wording", "Whether these were the words is in doubt.", _RESERVE
    CONTEXT = "context", "Whether the words were taken out of context is in doubt.", _RESERVE


@unique
class Stance(Vocabulary):
    """What a statement says about the territorial integrity or statehood of the dataset.

    ``dataset.json`` names it, as ``stance_towards``: in the shipped data it is Kazakhstan's.
    """

    CHALLENGES = (
        "challenges",
        "Says or implies that territory should leave, or denies validity to state or borders.",
    )
    AFFIRMS = "affirms", "Defends or recognises them, or condemns a challenge to them."
    EQUIVOCATES = "equivocates", "Does both, or gives no clear answer when asked."
    NONE = "none", "Is about something else."


@unique
class Force(Vocabulary):
    """Whether a provision is law."""

    DRAFT = "draft", "Told as proposed or part of a draft; whether it became law is not said."
    IN_FORCE = "in_force", "Told as law, in force now or at the time that is spoken of."
    UNSPECIFIED = "unspecified", "The document does not say.", _RESERVE


@unique
class DateBasis(Vocabulary):
    """What a date is based on."""

    PRINTED = "printed", "The document prints it, as precisely as it is coded."
    DERIVED = (
        "derived",
        "Worked out from the document; the range holds every reading that is still possible.",
    )
    INFERRED = (
        "inferred",
        "Settled, wholly or at one end, by something outside the document; carries a qualifier.",
    )
    NONE = "none", "There is no date."


@unique
class EventKind(Vocabulary):
    """What sort of happening it was."""

    ANNEXATION = "annexation", "A territory was taken or declared part of another state."
    BROADCAST = "broadcast", "A programme was broadcast."
    CALL = "call", "Two sides spoke by telephone."
    CONFLICT = "conflict", "Armed force was used, or somebody joined those who used it."
    DELETION = "deletion", "Something published was taken down."
    DEMOLITION = "demolition", "A monument or building was taken down."
    DEPLOYMENT = "deployment", "Forces were sent to a place, or stood guard there."
    DIPLOMACY = "diplomacy", "A visit, posting, recall or other act between states."
    DISSOLUTION = "dissolution", "A state or body ceased to exist."
    ELECTION = "election", "Votes were cast."
    INDEPENDENCE = "independence", "A state or body declared itself independent."
    LEGISLATION = "legislation", "A law or treaty was proposed, changed or signed."
    MEETING = "meeting", "People met."
    PUBLICATION = "publication", "Something was published, posted or leaked, or prepared for it."
    RALLY = "rally", "People gathered in public to show a view."
    TRAINING = "training", "People were trained."
    TRAVEL = "travel", "Somebody came to, left or returned to a country."
    UPRISING = "uprising", "People rose against those in power, and no case is coded for it."
    WARNING = "warning", "Police or another authority warned somebody."


@unique
class DiscrepancyKind(Vocabulary):
    """What does not fit."""

    DATE = "date", "Dates do not fit each other, or one is impossible or suspicious."
    NUMBER = "number", "Numbers do not fit each other."
    PLACE = "place", "Places do not fit each other, or one is printed wrongly."
    IDENTITY = "identity", "Who or what is meant has to be guessed."
    ATTRIBUTION = "attribution", "Passages differ on who said or did it."
    WORDING = "wording", "The same words or names are given differently."
    ACCOUNT = "account", "What happened is told in ways that do not fit each other."


@unique
class Exclusion(Vocabulary):
    """Why no record is based on a paragraph."""

    BOILERPLATE = "boilerplate", "Part of the page, not of the article."
    HEADING = "heading", "A title or subheading."
    BYLINE = "byline", "Names the author."
    CAPTION = "caption", "Describes a picture and adds no fact.", _RESERVE
    DUPLICATE = "duplicate", "Repeats another paragraph."
    READER_COMMENT = "reader_comment", "Written by a reader under the article; never evidence."
    EDITORIAL = "editorial", "The author's judgement, without statement or happening."
    BACKGROUND = "background", "Account without statement, dated happening or fact of a case."
