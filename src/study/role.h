/* role.h: who does steps, and the hours they have. */
#pragma once

#include "item.h"

G_BEGIN_DECLS

/**
 * TlRole:
 * @name: as "Trades"
 * @people: how many
 * @hours: of each person in a period
 */
typedef struct
{
  TlItem item;
  char *name;
  double people;
  double hours;
} TlRole;

extern const TlItemType tl_role_type;

double tl_role_available (const TlRole *role);

G_END_DECLS
