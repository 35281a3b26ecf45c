"""Names of the countries that contacts take place in; a code that is not listed stands for itself."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NAMES: dict[str, str | Promise] = {
    "AE": _("United Arab Emirates"), "AF": _("Afghanistan"), "AM": _("Armenia"), "AT": _("Austria"),
    "AU": _("Australia"), "AZ": _("Azerbaijan"), "BE": _("Belgium"), "BH": _("Bahrain"), "BR": _("Brazil"),
    "BY": _("Belarus"), "CA": _("Canada"), "CH": _("Switzerland"), "CN": _("China"), "CY": _("Cyprus"),
    "CZ": _("Czechia"), "DE": _("Germany"), "DJ": _("Djibouti"), "DK": _("Denmark"), "DZ": _("Algeria"),
    "EG": _("Egypt"), "ES": _("Spain"), "ET": _("Ethiopia"), "FI": _("Finland"), "FR": _("France"),
    "GB": _("United Kingdom"), "GE": _("Georgia"), "GR": _("Greece"), "HU": _("Hungary"),
    "ID": _("Indonesia"), "IE": _("Ireland"), "IL": _("Israel"), "IN": _("India"), "IQ": _("Iraq"),
    "IR": _("Iran"), "IT": _("Italy"), "JO": _("Jordan"), "JP": _("Japan"), "KE": _("Kenya"),
    "KG": _("Kyrgyzstan"), "KR": _("South Korea"), "KW": _("Kuwait"), "KZ": _("Kazakhstan"),
    "LB": _("Lebanon"), "LY": _("Libya"), "MA": _("Morocco"), "MR": _("Mauritania"), "MY": _("Malaysia"),
    "NL": _("Netherlands"), "NO": _("Norway"), "OM": _("Oman"), "PK": _("Pakistan"), "PL": _("Poland"),
    "PS": _("Palestine"), "QA": _("Qatar"), "RO": _("Romania"), "RS": _("Serbia"), "RU": _("Russia"),
    "SA": _("Saudi Arabia"), "SD": _("Sudan"), "SE": _("Sweden"), "SG": _("Singapore"), "SN": _("Senegal"),
    "SO": _("Somalia"), "SY": _("Syria"), "TJ": _("Tajikistan"), "TM": _("Turkmenistan"),
    "TN": _("Tunisia"), "TR": _("Turkey"), "UA": _("Ukraine"), "US": _("United States"),
    "UZ": _("Uzbekistan"), "VN": _("Vietnam"), "YE": _("Yemen"), "ZA": _("South Africa"),
}  # fmt: skip


def country_name(code: str) -> str:
    """The English name of an ISO 3166-1 code in the interface language."""
    return str(NAMES.get(code, code))
