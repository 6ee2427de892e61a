/* chaos.h: edits of all kinds, at random, as nobody would make them. */
#pragma once

#include "study/history.h"

G_BEGIN_DECLS

/* @n_applied: how many edits were tried so far, as many change nothing */
typedef struct
{
  GRand *rand;
  TlHistory *history;
  TlStudy *study;
  guint n_applied;
} Chaos;

int chaos_below (Chaos *self, int n);
gboolean chaos_once_in (Chaos *self, int n);
void chaos_do_gesture (Chaos *self);

G_END_DECLS
