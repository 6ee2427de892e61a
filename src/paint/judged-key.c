#include "paint/judged-key.h"

#include <math.h>

#include "paint/key.h"
#include "paint/kind-look.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define GAP_INSIDE 8.0
#define GAP_BETWEEN 26.0
#define GAP_BELOW 14.0
#define ROW 26.0

static const TlContactKind order[] = { TL_CONTACT_VALUE, TL_CONTACT_FAILURE, TL_CONTACT_UNSURE, TL_CONTACT_AS_DEMAND };

/**
 * tl_judged_words:
 * @judged: what tl_contact_judged() says
 *
 * Returns: (transfer none): it in words, translated
 */
const char *
tl_judged_words (TlContactKind judged)
{
  switch (judged)
    {
    case TL_CONTACT_VALUE:
      return _ ("Value demand");
    case TL_CONTACT_FAILURE:
      return _ ("Failure demand");
    case TL_CONTACT_UNSURE:
      return _ ("Not sure");
    case TL_CONTACT_AS_DEMAND:
    default:
      return _ ("Not yet judged");
    }
}

static char *
words_of (const double contacts[TL_N_JUDGEMENTS], TlContactKind kind)
{
  double all = 0;
  g_autofree char *number = tl_words_number (contacts[kind]);
  g_autofree char *share = NULL;

  for (int i = 0; i < TL_N_JUDGEMENTS; i++)
    all += contacts[i];
  share = tl_words_share (all > 0 ? contacts[kind] / all : 0);
  /* TRANSLATORS: what a kind of contacts is called, how many there are, and their share of all */
  return g_strdup_printf (_ ("%s %s (%s)"), tl_judged_words (kind), number, share);
}

/**
 * tl_judged_key_add:
 * @scene: a scene
 * @contacts: by #TlContactKind
 * @place: left, top and width of where it goes; it wraps
 *
 * Returns: the height it takes, with the gap below
 */
double
tl_judged_key_add (TlScene *scene, const double contacts[TL_N_JUDGEMENTS], const TlBox *place)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_TEXT };
  double swatch = round (tl_scene_unit (scene, TL_SWATCH));
  double row = round (tl_scene_unit (scene, ROW));
  double gap = tl_scene_unit (scene, GAP_INSIDE);
  double x = place->x, y = place->y;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *words = words_of (contacts, order[i]);
      TlLabel *label = tl_scene_measure (scene, &style, words, place->width - swatch - gap);
      TlBox box;

      if (x > place->x && x + swatch + gap + label->width > place->x + place->width)
        {
          x = place->x;
          y += row;
        }
      box = (TlBox){ x, y, swatch, swatch };
      tl_key_add_swatch (scene, tl_judged_bucket (order[i]), &box);
      tl_scene_place (scene, label, x + swatch + gap, y + (swatch - label->height) / 2);
      x += swatch + gap + label->width + tl_scene_unit (scene, GAP_BETWEEN);
    }
  return y + row + tl_scene_unit (scene, GAP_BELOW) - place->y;
}

/**
 * tl_judged_key_height:
 * @scene: a scene
 * @contacts: by #TlContactKind
 * @width: of where it is to go
 *
 * Returns: the height that tl_judged_key_add() would take
 */
double
tl_judged_key_height (const TlScene *scene, const double contacts[TL_N_JUDGEMENTS], double width)
{
  g_autoptr (TlScene) scratch = tl_scene_new (&scene->theme, scene->theme.scale, scene->width, scene->height);

  return tl_judged_key_add (scratch, contacts, &(TlBox){ 0, 0, width, 0 });
}
