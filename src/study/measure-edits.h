/* measure-edits.h: what a team does to its measures, each as one named entry of the history.
 *
 * Points stand in the order of their dates; those without one keep their place, and new ones go to the
 * end.
 */
#pragma once

#include "history.h"
#include "measure.h"

G_BEGIN_DECLS

TlMeasure *tl_study_add_measure (TlHistory *history, const char *name);
TlPoint *tl_measure_add_point (TlHistory *history, TlMeasure *measure, const char *when, double value);
void tl_measure_add_points (TlHistory *history, TlMeasure *measure, GPtrArray *points);
void tl_point_set_when (TlHistory *history, TlPoint *point, const char *when);
TlChange *tl_measure_declare_change (TlHistory *history, TlMeasure *measure, const char *when, const char *what);

G_END_DECLS
