"""Who asks, and what they may: readers, curators and admins.

role       the three roles and the callers who have them
keys       callers known by an API key
tokens     callers known by an OpenID Connect token
access     a request's credentials to its caller, by the settings
rules      which role each field needs, declared beside it, and what an operation needs
"""

from gql.roles.access import Access
from gql.roles.role import LOCAL, Caller, Role
from gql.roles.rules import Requires, check, needed, rule

__all__ = ["LOCAL", "Access", "Caller", "Requires", "Role", "check", "needed", "rule"]
