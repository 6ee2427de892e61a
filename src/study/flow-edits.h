/* flow-edits.h: what a team does to a flow, each as one named entry of the history.
 *
 * Each call opens and closes its own entry; within an open one (tl_history_begin()) it becomes part
 * of that. New items get new ids. Texts are copied; returned items belong to the study.
 */
#pragma once

#include "connector.h"
#include "deletion.h"
#include "entry.h"
#include "flow.h"
#include "history.h"
#include "raises.h"

G_BEGIN_DECLS

TlFlow *tl_study_add_flow (TlHistory *history, const char *name);
TlRole *tl_study_add_role (TlHistory *history, const char *name, double people, double hours);
TlDemand *tl_study_add_demand (TlHistory *history, const char *name, TlDemandKind kind, double frequency);

TlStep *tl_flow_add_step (TlHistory *history, TlFlow *flow, const char *name, double x, double y);
TlConnector *tl_flow_connect (TlHistory *history, TlStep *from, TlStep *to, TlConnectorKind kind);
TlEntry *tl_flow_add_entry (TlHistory *history, TlDemand *demand, TlStep *step);
TlRaises *tl_flow_add_raises (TlHistory *history, TlStep *step, TlDemand *demand, double rate);

void tl_steps_set_class (TlHistory *history, GPtrArray *steps, TlStepClass class, TlWaste waste);
void tl_steps_set_role (TlHistory *history, GPtrArray *steps, TlRole *role);
void tl_steps_set_times (TlHistory *history, GPtrArray *steps, double work_minutes, double wait_minutes);
void tl_steps_move_by (TlHistory *history, GPtrArray *steps, double dx, double dy, const char *gesture);
void tl_connector_set_share (TlHistory *history, TlConnector *connector, TlDemand *demand, double share);
void tl_connectors_toggle_rework (TlHistory *history, GPtrArray *connectors);

void tl_item_rename (TlHistory *history, gpointer item, const char *name);
void tl_item_change (TlHistory *history, gpointer item, const char *field, TlValue value, const char *name);

G_END_DECLS
