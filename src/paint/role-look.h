/* role-look.h: how roles are told apart in a picture: by colour, by hatch and by initials. */
#pragma once

#include "paint/theme.h"
#include "study/role.h"

G_BEGIN_DECLS

TlColour tl_role_colour (const TlTheme *theme, int place);
TlColour tl_role_tint (const TlTheme *theme, int place);
TlBucket tl_role_hatch (int place);
GPtrArray *tl_roles_initials (const GPtrArray *roles) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
