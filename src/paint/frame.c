#include "paint/frame.h"

#include <math.h>

#include "paint/words.h"
#include "study/flow.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define MARGIN_X 36.0
#define MARGIN_Y 28.0
#define GAP 20.0
#define TITLE_LINES 3
#define NOTE_LINES 2
#define NOTE_GAP 8.0
/* Of the height; a finding that takes more leaves no chart. */
#define TITLE_MOST 0.45

#define PARTED_BY " \302\267 "

static double
inner_width (const TlScene *scene)
{
  return MAX (1, scene->width - 2 * tl_scene_unit (scene, MARGIN_X));
}

static void
append_part (GString *text, const char *part)
{
  if (!part || !*part)
    return;
  if (text->len > 0)
    g_string_append (text, PARTED_BY);
  g_string_append (text, part);
}

static char *
footer_words (const TlSubject *subject, const char *count)
{
  GString *text = g_string_new (count);

  if (subject->flow)
    append_part (text, subject->flow->name);
  if (subject->study)
    append_part (text, subject->study->title);
  return g_string_free (text, FALSE);
}

/* Returns where the footer begins. */
static double
add_footer (TlScene *scene, const TlSubject *subject, const char *count)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET, .sentence = TRUE };
  g_autofree char *date_words = tl_words_date (&subject->date);
  g_autofree char *words = footer_words (subject, count);
  double x = tl_scene_unit (scene, MARGIN_X);
  double room = inner_width (scene);
  double bottom = scene->height - tl_scene_unit (scene, MARGIN_Y) * 0.75;
  TlLabel *date = tl_scene_measure (scene, &style, date_words, room);
  double left = room - date->width - tl_scene_unit (scene, 2 * GAP);
  double top = bottom - date->height;

  tl_scene_place (scene, date, x + room - date->width, top);
  if (*words && left > tl_scene_unit (scene, 4 * TL_SIZE_SMALL))
    tl_scene_place (scene, tl_scene_measure (scene, &style, words, left), x, top);
  return top;
}

/* What makes numbers provisional comes before what makes some of them absent. */
static const TlFlowProblem *
worst_problem (const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const TlFlowProblem *problem = g_ptr_array_index (problems, i);

      if (problem->kind == TL_PROBLEM_SHARES_OVER_100)
        return problem;
    }
  return g_ptr_array_index (problems, 0);
}

/* What makes the numbers less than whole; NULL where nothing does. */
static char *
note_words (const TlSubject *subject)
{
  const TlCapacity *capacity = subject->capacity;
  const TlFlowProblem *worst;
  guint others;

  if (!capacity)
    return NULL;
  if (!capacity->problems || capacity->problems->len == 0)
    return capacity->provisional ? g_strdup (_ ("Provisional: some shares add up to more than 100\302\240%")) : NULL;
  worst = worst_problem (capacity->problems);
  others = capacity->problems->len - 1;
  if (others == 0)
    return g_strdup (worst->message);
  /* TRANSLATORS: a sentence, and how many more there are */
  return g_strdup_printf (ngettext ("%s (and %u more problem)", "%s (and %u more problems)", others), worst->message,
                          others);
}

/* Returns where the note ends. */
static double
add_note (TlScene *scene, const TlSubject *subject, double top)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_TEXT, .lines = NOTE_LINES, .sentence = TRUE };
  TlColour accent = tl_theme_ink (&scene->theme, TL_INK_ACCENT);
  g_autofree char *words = note_words (subject);
  double x = tl_scene_unit (scene, MARGIN_X);
  double bar = tl_scene_unit (scene, 4);
  double indent = tl_scene_unit (scene, 14);
  TlLabel *label;
  TlBox box;

  if (!words)
    return top;
  top += tl_scene_unit (scene, NOTE_GAP);
  label = tl_scene_measure (scene, &style, words, inner_width (scene) - indent);
  box = (TlBox){ x, top, bar, label->height };
  tl_scene_add_block (scene, &accent, &box, bar / 2);
  tl_scene_place (scene, label, x + indent, top);
  return top + label->height;
}

/**
 * tl_frame_add:
 * @scene: a scene
 * @subject: what is drawn
 * @title: the finding; wraps
 * @count: (nullable): how much was counted
 *
 * Adds finding, what is provisional about it, and the footer.
 *
 * Returns: what is left between them
 */
TlFrame
tl_frame_add (TlScene *scene, const TlSubject *subject, const char *title, const char *count)
{
  TlLabelStyle style
      = { .size = TL_SIZE_TITLE, .bold = TRUE, .ink = TL_INK_TEXT, .lines = TITLE_LINES, .sentence = TRUE };
  TlLabel *label = tl_scene_measure (scene, &style, title, inner_width (scene));
  double x = tl_scene_unit (scene, MARGIN_X);
  double y = tl_scene_unit (scene, MARGIN_Y);
  double gap = tl_scene_unit (scene, GAP);
  double top;
  double bottom;
  TlFrame frame;

  frame.fits = !label->whole && label->height <= TITLE_MOST * scene->height;
  tl_scene_place (scene, label, x, y);
  top = ceil (add_note (scene, subject, y + label->height) + gap);
  bottom = floor (add_footer (scene, subject, count) - gap);
  frame.body = (TlBox){ x, top, inner_width (scene), MAX (0, bottom - top) };
  return frame;
}

/**
 * tl_frame_add_sentence:
 * @scene: a scene
 * @subject: what would be drawn
 * @heading: what the view is called
 * @sentence: why there is nothing to draw, or what to do next
 */
void
tl_frame_add_sentence (TlScene *scene, const TlSubject *subject, const char *heading, const char *sentence)
{
  TlLabelStyle small = { .size = TL_SIZE_TEXT, .ink = TL_INK_QUIET };
  TlLabelStyle large = { .size = 24, .ink = TL_INK_TEXT, .lines = 5, .sentence = TRUE };
  double x = tl_scene_unit (scene, MARGIN_X);
  double y = tl_scene_unit (scene, MARGIN_Y);
  TlLabel *head = tl_scene_measure (scene, &small, heading, inner_width (scene));
  TlLabel *label = tl_scene_measure (scene, &large, sentence, MIN (inner_width (scene), tl_scene_unit (scene, 820)));
  double top = y + head->height;
  double bottom = add_footer (scene, subject, NULL);

  tl_scene_place (scene, head, x, y);
  tl_scene_place (scene, label, (scene->width - label->width) / 2, MAX (top, (top + bottom - label->height) / 2));
}
