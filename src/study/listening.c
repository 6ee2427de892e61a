#include "listening.h"

#include <math.h>

#include "deletion.h"
#include "item-build.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What stays the same from one contact to the next. */
static const char *const remembered_fields[] = { "channel", "place", "listener" };

struct _TlListening
{
  TlHistory *history;
  TlListeningClock clock;
  gpointer data;
  char *remembered[G_N_ELEMENTS (remembered_fields)];

  TlContact *draft; /* what is being written; NULL between two contacts */
  char *gesture;
  GDateTime *begun;
  double typed_minutes; /* NAN: by the clock */
  TlDemand *demand;
  TlContactKind kind; /* TL_CONTACT_AS_DEMAND: what the type says */
};

static guint gestures;

/**
 * tl_listening_new:
 * @history: the study's history
 * @clock: tells the time
 * @data: for @clock
 *
 * Returns: (transfer full): ready for the first contact
 */
TlListening *
tl_listening_new (TlHistory *history, TlListeningClock clock, gpointer data)
{
  TlListening *self = g_new0 (TlListening, 1);

  self->history = g_object_ref (history);
  self->clock = clock;
  self->data = data;
  self->typed_minutes = (double) NAN;
  return self;
}

/* Between two contacts nothing is chosen yet. */
static void
forget_draft (TlListening *self)
{
  g_clear_pointer (&self->draft, tl_item_unref);
  g_clear_pointer (&self->gesture, g_free);
  g_clear_pointer (&self->begun, g_date_time_unref);
  g_clear_pointer (&self->demand, tl_item_unref);
  self->typed_minutes = (double) NAN;
  self->kind = TL_CONTACT_AS_DEMAND;
}

/**
 * tl_listening_free:
 * @self: (transfer full): a listening; what is being written stays in the study
 */
void
tl_listening_free (TlListening *self)
{
  if (tl_listening_draft (self))
    tl_listening_keep (self);
  forget_draft (self);
  for (guint i = 0; i < G_N_ELEMENTS (remembered_fields); i++)
    g_free (self->remembered[i]);
  g_object_unref (self->history);
  g_free (self);
}

/**
 * tl_listening_draft:
 * @self: a listening
 *
 * Returns: (transfer none) (nullable): the contact that is being written; %NULL where none is, or where an
 *   undo has taken it away
 */
TlContact *
tl_listening_draft (TlListening *self)
{
  /* An undo has taken it out of the study. */
  if (self->draft && !self->draft->item.parent)
    forget_draft (self);
  return self->draft;
}

static void
set (TlListening *self, const char *field, TlValue value)
{
  tl_history_apply (self->history, tl_edit_new_set (self->draft, tl_item_field (TL_ITEM_CONTACT, field), value));
}

static void
begin (TlListening *self)
{
  tl_history_begin (self->history, _ ("Write down a contact"), self->gesture);
}

/* Its own kind says only what its type does not. */
static TlContactKind
own_kind (TlListening *self)
{
  TlContact as_type = { .demand = self->demand };

  return tl_contact_judged (&as_type) == self->kind ? TL_CONTACT_AS_DEMAND : self->kind;
}

static void
write_choices (TlListening *self)
{
  set (self, "demand", tl_value_item (self->demand));
  set (self, "kind", tl_value_choice ((int) own_kind (self)));
}

static void
write_minutes (TlListening *self)
{
  set (self, "minutes", tl_value_number (tl_listening_minutes (self)));
}

static void
insert_draft (TlListening *self)
{
  TlStudy *study = tl_history_get_study (self->history);
  g_autofree char *id = tl_study_new_id (study, TL_ITEM_CONTACT);
  g_autofree char *when = NULL;

  self->begun = self->clock (self->data);
  when = g_date_time_format (self->begun, "%Y-%m-%dT%H:%M:%S");
  self->draft = tl_item_new (TL_ITEM_CONTACT);
  tl_item_set_id (self->draft, id);
  tl_item_set_text (self->draft, "when", when);
  for (guint i = 0; i < G_N_ELEMENTS (remembered_fields); i++)
    tl_item_set_text (self->draft, remembered_fields[i], self->remembered[i]);
  tl_history_apply (self->history, tl_edit_new_insert (study, self->draft, G_MAXUINT));
  write_choices (self);
}

/**
 * tl_listening_write:
 * @self: a listening
 * @words: what the customer has said so far
 *
 * The first letter makes the contact, at that time, and starts the clock of its minutes.
 */
void
tl_listening_write (TlListening *self, const char *words)
{
  gboolean fresh = tl_listening_draft (self) == NULL;

  if (fresh && !*words)
    return;
  if (fresh)
    self->gesture = g_strdup_printf ("listen %u", ++gestures);
  begin (self);
  if (fresh)
    insert_draft (self);
  set (self, "words", tl_value_text (*words ? words : NULL));
  write_minutes (self);
  tl_history_end (self->history);
}

static void
rewrite (TlListening *self, void (*write) (TlListening *self))
{
  if (!tl_listening_draft (self))
    return;
  begin (self);
  write (self);
  tl_history_end (self->history);
}

/**
 * tl_listening_choose:
 * @self: a listening
 * @demand: (nullable): the type of what is being written, or is about to be; %NULL to leave it for later
 */
void
tl_listening_choose (TlListening *self, TlDemand *demand)
{
  TlDemand *chosen = demand ? (TlDemand *) tl_item_ref (demand) : NULL;

  tl_listening_draft (self);
  g_clear_pointer (&self->demand, tl_item_unref);
  self->demand = chosen;
  rewrite (self, write_choices);
}

/**
 * tl_listening_judge:
 * @self: a listening
 * @kind: what is being written, or is about to be; %TL_CONTACT_AS_DEMAND for what its type says
 */
void
tl_listening_judge (TlListening *self, TlContactKind kind)
{
  tl_listening_draft (self);
  self->kind = kind;
  rewrite (self, write_choices);
}

/**
 * tl_listening_kind:
 * @self: a listening
 *
 * Returns: how what is being written is judged, by a person or by its type; %TL_CONTACT_AS_DEMAND where it
 *   is not yet
 */
TlContactKind
tl_listening_kind (TlListening *self)
{
  TlContact contact = { .kind = self->kind, .demand = self->demand };

  return tl_contact_judged (&contact);
}

/**
 * tl_listening_demand:
 * @self: a listening
 *
 * Returns: (transfer none) (nullable): the type that was chosen
 */
TlDemand *
tl_listening_demand (TlListening *self)
{
  return self->demand;
}

/**
 * tl_listening_set_minutes:
 * @self: a listening
 * @minutes: how long it took; NAN to let the clock say
 */
void
tl_listening_set_minutes (TlListening *self, double minutes)
{
  tl_listening_draft (self);
  self->typed_minutes = minutes;
  rewrite (self, write_minutes);
}

/* Tenths: nobody believes more. Less than one of them is one. */
static double
clock_minutes (TlListening *self)
{
  g_autoptr (GDateTime) now = self->clock (self->data);
  double minutes = (double) g_date_time_difference (now, self->begun) / (60.0 * G_USEC_PER_SEC);

  return CLAMP (round (minutes * 10) / 10, 0.1, TL_NUMBER_MOST);
}

/**
 * tl_listening_minutes:
 * @self: a listening
 *
 * Returns: minutes of what is being written: typed, or since its first letter; NAN where nothing is written
 */
double
tl_listening_minutes (TlListening *self)
{
  if (!isnan (self->typed_minutes))
    return self->typed_minutes;
  return self->begun ? clock_minutes (self) : (double) NAN;
}

static void
write_remembered (TlListening *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (remembered_fields); i++)
    set (self, remembered_fields[i], tl_value_text (self->remembered[i]));
}

/**
 * tl_listening_set_text:
 * @self: a listening
 * @field: "channel", "place" or "listener"
 * @text: (nullable): what it is, now and for all that follow
 */
void
tl_listening_set_text (TlListening *self, const char *field, const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (remembered_fields); i++)
    if (g_str_equal (remembered_fields[i], field))
      {
        g_free (self->remembered[i]);
        self->remembered[i] = text && *text ? g_strdup (text) : NULL;
      }
  rewrite (self, write_remembered);
}

/* Judged, but nothing was written: it counts, and takes the minutes that were typed. */
static void
write_wordless (TlListening *self)
{
  self->gesture = g_strdup_printf ("listen %u", ++gestures);
  begin (self);
  insert_draft (self);
  set (self, "minutes", tl_value_number (self->typed_minutes));
  tl_history_end (self->history);
}

/**
 * tl_listening_keep:
 * @self: a listening
 *
 * The contact is written: what comes next is another. One undo takes it back. What was judged or given a
 * type, but no words, counts as a contact.
 *
 * Returns: whether there was one
 */
gboolean
tl_listening_keep (TlListening *self)
{
  if (tl_listening_draft (self))
    rewrite (self, write_minutes);
  else if (self->demand || self->kind != TL_CONTACT_AS_DEMAND)
    write_wordless (self);
  else
    return FALSE;
  tl_history_settle (self->history);
  forget_draft (self);
  return TRUE;
}

/**
 * tl_listening_drop:
 * @self: a listening
 *
 * Takes back what was being written, as if it had never been begun.
 */
void
tl_listening_drop (TlListening *self)
{
  TlContact *draft = tl_listening_draft (self);

  if (draft)
    {
      begin (self);
      tl_history_cancel (self->history);
      /* Where the gesture was cut in two, by a save between two letters, the first half stands. */
      if (draft->item.parent)
        tl_item_delete (self->history, draft);
    }
  forget_draft (self);
}
