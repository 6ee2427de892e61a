/* step-entry.h: a step as GTK's lists want their items. */
#pragma once

#include <glib-object.h>

#include "study/step.h"

G_BEGIN_DECLS

#define TL_TYPE_STEP_ENTRY (tl_step_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlStepEntry, tl_step_entry, TL, STEP_ENTRY, GObject)

TlStepEntry *tl_step_entry_new (TlStep *step) G_GNUC_WARN_UNUSED_RESULT;
TlStep *tl_step_entry_step (TlStepEntry *self);

G_END_DECLS
