#include "role.h"

#include <math.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlField role_fields[] = {
  TL_TEXT (TlRole, name, "name", TL_FIELD_PLAIN),
  TL_NUMBER (TlRole, people, "people", TL_FIELD_PLAIN, 0, TL_NUMBER_MOST),
  TL_NUMBER (TlRole, hours, "hours", TL_FIELD_PLAIN, 0, TL_NUMBER_MOST),
  { .name = NULL },
};

static const TlItemList role_lists[] = {
  { .offset = 0 },
};

const TlItemType tl_role_type = {
  .kind = TL_ITEM_ROLE,
  .element = "role",
  .id_prefix = 'r',
  .size = sizeof (TlRole),
  .fields = role_fields,
  .lists = role_lists,
  .label = N_ ("role"),
};

/**
 * tl_role_available:
 * @role: a role
 *
 * Returns: the hours it has in a period, people × hours; 0 where one of them is not known
 */
double
tl_role_available (const TlRole *role)
{
  if (isnan (role->people) || isnan (role->hours))
    return 0;
  return role->people * role->hours;
}
