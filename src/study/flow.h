/* flow.h: one graph of steps: as it is, or as it is redesigned. */
#pragma once

#include "item.h"

G_BEGIN_DECLS

/**
 * TlYesNo:
 * @TL_NO: no, or not said
 * @TL_YES: yes
 *
 * A choice of two, as an enum with words (tl_yes_no_words) like every field that holds a choice.
 */
typedef enum
{
  TL_NO,
  TL_YES,
} TlYesNo;

typedef struct _TlFlow TlFlow;

/**
 * TlFlow:
 * @name: as "As it is"
 * @based_on: the flow that this one is a redesign of
 * @serves: how it serves the purpose, in the team's words
 * @lanes: whether the picture shows lanes by role
 * @steps: (element-type TlStep)
 * @connectors: (element-type TlConnector)
 * @entries: (element-type TlEntry)
 * @raises: (element-type TlRaises)
 */
struct _TlFlow
{
  TlItem item;
  char *name;
  TlFlow *based_on;
  char *serves;
  TlYesNo lanes;
  GPtrArray *steps;
  GPtrArray *connectors;
  GPtrArray *entries;
  GPtrArray *raises;
};

extern const TlItemType tl_flow_type;
extern const TlChoice tl_yes_no_words[];

G_END_DECLS
