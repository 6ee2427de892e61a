#include "app/presentation.h"

#include "app/settings.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlPresentation
{
  GObject parent_instance;
  TlDocument *document;
  GPtrArray *selected; /* before it began */
  TlDeck *deck;
  gboolean stale; /* the study has changed since the deck was made */
  guint at;
  TlFlowGeometry *geometry;
  gboolean black;
  gboolean page;
  gboolean timer;
  gboolean over;
  gint64 began;
  guint ticking;
};

G_DEFINE_FINAL_TYPE (TlPresentation, tl_presentation, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_OPTIONS,
  SIGNAL_TICK,
  SIGNAL_SWAP,
  SIGNAL_OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tl_presentation_dispose (GObject *object)
{
  TlPresentation *self = TL_PRESENTATION (object);

  g_clear_handle_id (&self->ticking, g_source_remove);
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_pointer (&self->deck, tl_deck_free);
  g_clear_pointer (&self->geometry, tl_flow_geometry_unref);
  g_clear_pointer (&self->selected, g_ptr_array_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (tl_presentation_parent_class)->dispose (object);
}

static void
tl_presentation_class_init (TlPresentationClass *klass)
{
  static const struct
  {
    int id;
    const char *name;
  } plain[] = {
    { SIGNAL_CHANGED, "changed" }, { SIGNAL_OPTIONS, "options" }, { SIGNAL_TICK, "tick" }, { SIGNAL_SWAP, "swap" }
  };

  G_OBJECT_CLASS (klass)->dispose = tl_presentation_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    signals[plain[i].id]
        = g_signal_new (plain[i].name, TL_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlPresentation::over:
   * @self: the presentation
   * @stay: whether to go on at the step that was shown last
   */
  signals[SIGNAL_OVER] = g_signal_new ("over", TL_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
tl_presentation_init (TlPresentation *self)
{
  GSettings *settings = tl_settings_get ();

  self->stale = TRUE;
  self->page = !settings || g_settings_get_boolean (settings, "present-page");
  self->timer = settings && g_settings_get_boolean (settings, "present-timer");
}

/* What keys and questions act on is the step that the room looks at. */
static void
select_step (TlPresentation *self)
{
  TlStep *step = tl_presentation_step (self);
  TlSelection *selection = tl_document_selection (self->document);

  if (!step)
    tl_selection_clear (selection);
  else if (tl_selection_focus (selection) != TL_ITEM (step) || tl_selection_size (selection) != 1)
    tl_selection_set (selection, step);
}

static void
changed (TlPresentation *self)
{
  select_step (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_study (TlPresentation *self)
{
  self->stale = TRUE;
  g_clear_pointer (&self->geometry, tl_flow_geometry_unref);
  changed (self);
}

static gboolean
on_second (gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_TICK], 0);
  return G_SOURCE_CONTINUE;
}

/* The deck of the study as it is now, at the slide that was shown. */
static TlDeck *
deck (TlPresentation *self)
{
  TlDeck *old = self->deck;
  TlSubject subject;

  if (!self->stale)
    return self->deck;
  self->stale = FALSE;
  tl_presentation_fill_subject (self, &subject);
  self->deck = tl_deck_new (&subject);
  if (old)
    self->at = tl_deck_find (self->deck, tl_deck_slide (old, self->at), self->at);
  tl_deck_free (old);
  return self->deck;
}

/**
 * tl_presentation_new:
 * @document: what is presented
 *
 * Returns: (transfer full): a presentation that shows the first slide
 */
TlPresentation *
tl_presentation_new (TlDocument *document)
{
  TlPresentation *self = g_object_new (TL_TYPE_PRESENTATION, NULL);

  self->document = g_object_ref (document);
  self->selected = tl_selection_items (tl_document_selection (document));
  self->began = g_get_monotonic_time ();
  self->ticking = g_timeout_add_seconds (1, on_second, self);
  g_signal_connect_swapped (document, "edited", G_CALLBACK (on_study), self);
  g_signal_connect_swapped (document, "numbers", G_CALLBACK (on_study), self);
  select_step (self);
  return self;
}

/**
 * tl_presentation_document:
 * @self: a presentation
 *
 * Returns: (transfer none): what is presented
 */
TlDocument *
tl_presentation_document (TlPresentation *self)
{
  return self->document;
}

/**
 * tl_presentation_fill_subject:
 * @self: a presentation
 * @subject: (out caller-allocates): what slides are laid out from, good until the next edit
 */
void
tl_presentation_fill_subject (TlPresentation *self, TlSubject *subject)
{
  tl_document_fill_subject (self->document, TL_VIEW_LEVERAGE, subject);
  subject->comparison = tl_document_comparison (self->document);
}

/**
 * tl_presentation_geometry:
 * @self: a presentation
 *
 * Returns: (transfer none) (nullable): where the steps of the flow stand now
 */
TlFlowGeometry *
tl_presentation_geometry (TlPresentation *self)
{
  TlFlow *flow = tl_document_flow (self->document);

  if (!self->geometry && flow)
    self->geometry = tl_flow_geometry_new (tl_document_study (self->document), flow);
  return self->geometry;
}

/**
 * tl_presentation_size:
 * @self: a presentation
 *
 * Returns: how many slides there are, at least 1
 */
guint
tl_presentation_size (TlPresentation *self)
{
  return tl_deck_size (deck (self));
}

/**
 * tl_presentation_at:
 * @self: a presentation
 *
 * Returns: which slide is shown, from 0
 */
guint
tl_presentation_at (TlPresentation *self)
{
  return deck (self) ? self->at : 0;
}

/**
 * tl_presentation_slide:
 * @self: a presentation
 * @ahead: 0 for the slide that is shown, 1 for the one after it
 *
 * Returns: (transfer none) (nullable): the slide, good until the next edit; %NULL after the last
 */
const TlSlide *
tl_presentation_slide (TlPresentation *self, guint ahead)
{
  guint index = tl_presentation_at (self) + ahead;

  return index < tl_presentation_size (self) ? tl_deck_slide (deck (self), index) : NULL;
}

/**
 * tl_presentation_step:
 * @self: a presentation
 *
 * Returns: (transfer none) (nullable): the step that is walked through
 */
TlStep *
tl_presentation_step (TlPresentation *self)
{
  return tl_presentation_slide (self, 0)->step;
}

/**
 * tl_presentation_go:
 * @self: a presentation
 * @index: of a slide, from 0; beyond the last means the last
 */
void
tl_presentation_go (TlPresentation *self, guint index)
{
  guint to = MIN (index, tl_presentation_size (self) - 1);

  if (to == self->at)
    return;
  self->at = to;
  changed (self);
}

/**
 * tl_presentation_go_by:
 * @self: a presentation
 * @slides: how many slides on, or, negative, back
 */
void
tl_presentation_go_by (TlPresentation *self, int slides)
{
  tl_presentation_go (self, (guint) MAX (0, (int) tl_presentation_at (self) + slides));
}

/**
 * tl_presentation_go_chapter:
 * @self: a presentation
 * @direction: 1 for the next, −1 for the one before
 *
 * Passes all steps of the walk at once.
 */
void
tl_presentation_go_chapter (TlPresentation *self, int direction)
{
  tl_presentation_go (self, tl_deck_chapter (deck (self), tl_presentation_at (self), direction));
}

/**
 * tl_presentation_go_to_step:
 * @self: a presentation
 * @step: a step of the flow that is shown
 */
void
tl_presentation_go_to_step (TlPresentation *self, const TlStep *step)
{
  TlSlide slide = { TL_SLIDE_STEP, (TlStep *) step, 0, 0 };

  tl_presentation_go (self, tl_deck_find (deck (self), &slide, tl_presentation_at (self)));
}

/**
 * tl_presentation_is_black:
 * @self: a presentation
 *
 * Returns: whether the room is to look at each other
 */
gboolean
tl_presentation_is_black (TlPresentation *self)
{
  return self->black;
}

/**
 * tl_presentation_set_black:
 * @self: a presentation
 * @black: whether nothing is shown
 */
void
tl_presentation_set_black (TlPresentation *self, gboolean black)
{
  self->black = black;
  g_signal_emit (self, signals[SIGNAL_OPTIONS], 0);
}

static void
remember (TlPresentation *self, const char *key, gboolean value)
{
  if (tl_settings_get ())
    g_settings_set_boolean (tl_settings_get (), key, value);
  g_signal_emit (self, signals[SIGNAL_OPTIONS], 0);
}

/**
 * tl_presentation_shows_page:
 * @self: a presentation
 *
 * Returns: whether the number of the slide is on it
 */
gboolean
tl_presentation_shows_page (TlPresentation *self)
{
  return self->page;
}

/**
 * tl_presentation_toggle_page:
 * @self: a presentation
 *
 * Remembered.
 */
void
tl_presentation_toggle_page (TlPresentation *self)
{
  self->page = !self->page;
  remember (self, "present-page", self->page);
}

/**
 * tl_presentation_shows_timer:
 * @self: a presentation
 *
 * Returns: whether the room sees how long it takes
 */
gboolean
tl_presentation_shows_timer (TlPresentation *self)
{
  return self->timer;
}

/**
 * tl_presentation_toggle_timer:
 * @self: a presentation
 *
 * Remembered.
 */
void
tl_presentation_toggle_timer (TlPresentation *self)
{
  self->timer = !self->timer;
  remember (self, "present-timer", self->timer);
}

/**
 * tl_presentation_restart_timer:
 * @self: a presentation
 *
 * Counts from 0:00.
 */
void
tl_presentation_restart_timer (TlPresentation *self)
{
  self->began = g_get_monotonic_time ();
  g_signal_emit (self, signals[SIGNAL_TICK], 0);
}

/**
 * tl_presentation_time:
 * @self: a presentation
 *
 * Returns: (transfer full): how long it takes already, as "12:05" or "1:02:05"
 */
char *
tl_presentation_time (TlPresentation *self)
{
  int seconds = (int) ((g_get_monotonic_time () - self->began) / G_USEC_PER_SEC);

  if (seconds >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
}

/**
 * tl_presentation_page:
 * @self: a presentation
 *
 * Returns: (transfer full): which slide of how many is shown, as "3 / 12"
 */
char *
tl_presentation_page (TlPresentation *self)
{
  /* Translators: the number of a slide, and how many there are */
  return g_strdup_printf (_ ("%u / %u"), tl_presentation_at (self) + 1, tl_presentation_size (self));
}

/**
 * tl_presentation_swap:
 * @self: a presentation
 *
 * Says that audience and presenter have each other's screen.
 */
void
tl_presentation_swap (TlPresentation *self)
{
  g_signal_emit (self, signals[SIGNAL_SWAP], 0);
}

static gboolean
is_gone (gpointer item)
{
  return tl_study_of (item) == NULL;
}

/* What was selected before, as far as it is still there. */
static void
restore_selection (TlPresentation *self)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < self->selected->len; i++)
    if (!is_gone (g_ptr_array_index (self->selected, i)))
      g_ptr_array_add (left, g_ptr_array_index (self->selected, i));
  tl_selection_set_items (tl_document_selection (self->document), left);
}

/**
 * tl_presentation_end:
 * @self: a presentation
 * @stay: whether to go on at the step that is shown; else where one was before
 */
void
tl_presentation_end (TlPresentation *self, gboolean stay)
{
  g_autoptr (TlPresentation) held = g_object_ref (self);

  if (self->over)
    return;
  self->over = TRUE;
  stay = stay && tl_presentation_step (self) != NULL;
  if (!stay)
    restore_selection (self);
  g_signal_emit (held, signals[SIGNAL_OVER], 0, stay);
}
