/* drawn-flow.h: flows to lay out and to draw: a small one by hand, and random ones. */
#pragma once

#include "study/connector.h"
#include "study/entry.h"
#include "study/flow.h"
#include "study/raises.h"
#include "study/study.h"

G_BEGIN_DECLS

/* Which steps of a random flow have a place. */
typedef enum
{
  PLACES_NONE,
  PLACES_SOME,
  PLACES_ALL,
} Places;

TlStudy *drawn_study_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlFlow *drawn_flow (TlStudy *study);
TlStep *drawn_step (TlStudy *study, const char *name);
TlStep *drawn_step_at (TlStudy *study, const char *name, double x, double y);
TlConnector *drawn_connector (TlStudy *study, TlStep *from, TlStep *to, TlConnectorKind kind);
TlDemand *drawn_demand (TlStudy *study, const char *name, TlDemandKind kind);
TlEntry *drawn_entry (TlStudy *study, TlDemand *demand, TlStep *step);
TlRaises *drawn_raises (TlStudy *study, TlStep *step, TlDemand *demand, double rate);

TlStudy *random_study_new (guint32 seed, guint n_steps, Places places) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
