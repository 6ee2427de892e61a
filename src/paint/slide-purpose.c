/* slide-purpose.c: the purpose in the customer's words, and what matters to customers. */
#include "paint/slide-parts.h"

#include "study/matter.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define STATEMENT 66.0
#define GAP 26.0
#define BAR 6.0
#define INDENT 22.0
#define MATTER 24.0

static double
matters_height (TlScene *scene, const TlStudy *study)
{
  guint rows = MIN (study->matters->len, 5);

  return rows > 0 ? tl_scene_unit (scene, 30 + rows * MATTER * 1.45) : 0;
}

static void
add_matter (TlScene *scene, const char *text, TlInk ink, const TlBox *row)
{
  TlLabelStyle style = { .size = MATTER, .ink = ink, .sentence = TRUE };

  tl_scene_place (scene, tl_slide_fit (scene, &style, text, TL_SIZE_TEXT, row->width, row->height), row->x, row->y);
}

/* As many as have room; of the others it is said how many there are. */
static void
add_matters (TlScene *scene, const TlStudy *study, const TlBox *room)
{
  TlLabelStyle small = { .size = TL_SIZE_TEXT, .ink = TL_INK_QUIET };
  TlLabel *head = tl_scene_measure (scene, &small, _ ("What matters to customers"), room->width);
  double top = room->y + head->height + tl_scene_unit (scene, 8);
  double pitch = tl_scene_unit (scene, MATTER * 1.45);
  guint n = study->matters->len;
  guint places = (guint) MAX (1, (room->y + room->height - top) / pitch);
  guint whole = n <= places ? n : places - 1;
  TlBox row = { room->x, top, room->width, pitch };

  tl_scene_place (scene, head, room->x, room->y);
  for (guint i = 0; i < whole; i++, row.y += pitch)
    {
      const TlMatter *matter = g_ptr_array_index (study->matters, i);

      add_matter (scene, matter->text && *matter->text ? matter->text : "…", TL_INK_TEXT, &row);
    }
  if (whole < n)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - whole), n - whole);

      add_matter (scene, more, TL_INK_QUIET, &row);
    }
}

static char *
caption (const TlStudy *study)
{
  const char *title = study->statement ? study->title : NULL;

  if (title && study->organisation)
    return g_strdup_printf ("%s \302\267 %s", title, study->organisation);
  return g_strdup (title ? title : study->organisation);
}

/* tl_slide_purpose: one large sentence; the rest is quiet. */
TlSlideLayout *
tl_slide_purpose (const TlSlide *slide, const TlSubject *subject, TlScene *scene)
{
  const TlStudy *study = subject->study;
  TlLabelStyle quiet = { .size = TL_SIZE_TEXT, .ink = TL_INK_QUIET, .sentence = TRUE };
  TlLabelStyle huge = { .size = STATEMENT, .bold = TRUE, .ink = TL_INK_TEXT, .sentence = TRUE };
  TlColour accent = tl_theme_ink (&scene->theme, TL_INK_ACCENT);
  g_autofree char *over = caption (study);
  const char *words = study->statement ? study->statement : study->title;
  TlBox body = tl_slide_body (scene);
  double indent = tl_scene_unit (scene, INDENT);
  double gap = tl_scene_unit (scene, GAP);
  double below = matters_height (scene, study);
  double bottom = body.y + body.height;
  double top = body.y;
  TlLabel *label;

  if (over)
    {
      label = tl_scene_measure (scene, &quiet, over, body.width);
      tl_scene_place (scene, label, body.x, top);
      top += label->height;
    }
  top += gap;
  if (words)
    {
      double room = bottom - top - (below > 0 ? below + gap : gap);
      TlBox bar = { body.x, 0, tl_scene_unit (scene, BAR), 0 };

      label = tl_slide_fit (scene, &huge, words, MATTER, body.width - indent, room);
      /* A little above the middle, where an eye looks first. */
      top += (room - label->height) * 0.42;
      bar.y = top;
      bar.height = label->height;
      tl_scene_add_block (scene, &accent, &bar, bar.width / 2);
      tl_scene_place (scene, label, body.x + indent, top);
      top += label->height + gap;
    }
  if (below > 0)
    add_matters (scene, study, &(TlBox){ body.x + indent, top, body.width - indent, bottom - top });
  return tl_slide_layout_new (scene);
}

/* tl_slide_nothing: what to do first. */
TlSlideLayout *
tl_slide_nothing (const TlSlide *slide, const TlSubject *subject, TlScene *scene)
{
  TlLabelStyle large = { .size = 40, .bold = TRUE, .ink = TL_INK_TEXT, .lines = 3, .sentence = TRUE };
  TlLabelStyle quiet = { .size = 24, .ink = TL_INK_QUIET, .lines = 4, .sentence = TRUE };
  TlBox body = tl_slide_body (scene);
  TlLabel *first
      = tl_slide_fit (scene, &large, _ ("There is nothing to show yet"), TL_SIZE_TEXT, body.width, body.height * 0.4);
  TlLabel *second = tl_slide_fit (scene, &quiet,
                                  _ ("Write down the purpose, or draw the first step of the flow: each "
                                     "appears here as soon as it is there."),
                                  TL_SIZE_SMALL, body.width, body.height * 0.4);
  double gap = tl_scene_unit (scene, GAP);
  double y = body.y + (body.height - first->height - gap - second->height) * 0.42;

  tl_scene_place (scene, first, body.x, y);
  tl_scene_place (scene, second, body.x, y + first->height + gap);
  return tl_slide_layout_new (scene);
}
