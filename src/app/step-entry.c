#include "app/step-entry.h"

struct _TlStepEntry
{
  GObject parent_instance;
  TlStep *step;
};

G_DEFINE_FINAL_TYPE (TlStepEntry, tl_step_entry, G_TYPE_OBJECT)

static void
tl_step_entry_finalize (GObject *object)
{
  tl_item_unref (TL_STEP_ENTRY (object)->step);
  G_OBJECT_CLASS (tl_step_entry_parent_class)->finalize (object);
}

static void
tl_step_entry_class_init (TlStepEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_step_entry_finalize;
}

static void
tl_step_entry_init (TlStepEntry *self)
{
}

/**
 * tl_step_entry_new:
 * @step: a step; kept alive
 *
 * Returns: (transfer full): an item that stands for it
 */
TlStepEntry *
tl_step_entry_new (TlStep *step)
{
  TlStepEntry *self = g_object_new (TL_TYPE_STEP_ENTRY, NULL);

  self->step = (TlStep *) tl_item_ref (step);
  return self;
}

/**
 * tl_step_entry_step:
 * @self: an entry
 *
 * Returns: (transfer none): its step
 */
TlStep *
tl_step_entry_step (TlStepEntry *self)
{
  return self->step;
}
