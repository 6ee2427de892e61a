/* small-study.h: studies made by hand, for the tests of the arithmetic. */
#pragma once

#include "study/connector.h"
#include "study/entry.h"
#include "study/flow.h"
#include "study/raises.h"
#include "study/study.h"

/**
 * SmallStudy:
 *
 * A study with one flow, built without a history.
 */
typedef struct
{
  TlStudy *study;
  TlFlow *flow;
} SmallStudy;

void small_study_init (SmallStudy *self);
void small_study_clear (SmallStudy *self);

TlRole *small_study_role (SmallStudy *self, double people, double hours);
TlDemand *small_study_demand (SmallStudy *self, const char *name, TlDemandKind kind, double frequency);
TlStep *small_study_step (SmallStudy *self, const char *name, TlStepClass class, double work);
TlConnector *small_study_connect (SmallStudy *self, TlStep *from, TlStep *to, double share);
TlConnector *small_study_rework (SmallStudy *self, TlStep *from, TlStep *to, double share);
void small_study_share (TlConnector *connector, TlDemand *demand, double share);
TlEntry *small_study_enter (SmallStudy *self, TlDemand *demand, TlStep *step);
TlRaises *small_study_raise (SmallStudy *self, TlStep *step, TlDemand *demand, double rate);
void small_study_contact (SmallStudy *self, TlDemand *demand, const char *when);

/* data/samples/housing-repairs.throughline, by hand. */
void small_study_init_repairs (SmallStudy *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmallStudy, small_study_clear)

/* Fails the test where two numbers are not the same to 1e-9 of the larger. */
void assert_same (double actual, double expected);
