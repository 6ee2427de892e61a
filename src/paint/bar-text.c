#include "paint/bar-text.h"

/* Letters fill at most this part of a bar's height. */
#define LETTERS_OF_BAR 0.8
#define PAD 7.0
#define PAD_LETTER 3.0
/* A bar of so many lines has room for two: what it is, and how much. */
#define TALL 2.7

/* One or two lines, one under the other. */
typedef struct
{
  TlLabel *lines[2];
  double width;
  double height;
} Block;

static void
block_clear (Block *block)
{
  g_clear_pointer (&block->lines[0], tl_label_free);
  g_clear_pointer (&block->lines[1], tl_label_free);
}

static gboolean
measure (TlScene *scene, const TlLabelStyle *style, const char *first, const char *second, double room, Block *block)
{
  const char *texts[] = { first, second };

  *block = (Block){ { NULL } };
  for (int i = 0; i < 2 && texts[i]; i++)
    {
      block->lines[i] = tl_scene_measure (scene, style, texts[i], 0);
      block->width = MAX (block->width, block->lines[i]->width);
      block->height += block->lines[i]->height;
    }
  if (block->width <= room)
    return TRUE;
  block_clear (block);
  return FALSE;
}

/* The longest text that there is room for; FALSE where even the letter has none. */
static gboolean
choose (TlScene *scene, const TlLabelStyle *style, const TlBarText *text, const TlBox *part, double room, Block *block)
{
  const char *letter = tl_theme_bucket_letter (text->bucket);
  gboolean tall = part->height >= TALL * tl_scene_unit (scene, style->size);
  g_autofree char *name = text->named ? g_strdup_printf ("%s %s", letter, tl_bucket_label (text->bucket)) : NULL;
  g_autofree char *both = g_strdup_printf ("%s  %s", letter, text->words);

  if (tall && name && measure (scene, style, name, text->words, room, block))
    return TRUE;
  if (text->words && measure (scene, style, both, NULL, room, block))
    return TRUE;
  if (tall && text->words && measure (scene, style, letter, text->words, room, block))
    return TRUE;
  return measure (scene, style, letter, NULL, part->width - 2 * tl_scene_unit (scene, PAD_LETTER), block);
}

/* Each line has a plate under it, in the plain colour: hatch makes letters hard to read. */
static void
place (TlScene *scene, const TlBarText *text, Block *block, const TlColour *ground, const TlBox *part)
{
  double pad = tl_scene_unit (scene, PAD);
  double y = part->y + (part->height - block->height) / 2;

  for (int i = 0; i < 2 && block->lines[i]; i++)
    {
      TlLabel *label = block->lines[i];
      double free_width = part->width - label->width;
      double x = part->x + (text->at_start ? MIN (pad, free_width / 2) : free_width / 2);
      double top = MAX (y, part->y);
      double bottom = MIN (y + label->height, part->y + part->height);
      TlBox plate = { x - pad / 2, top, label->width + pad, bottom - top };

      tl_scene_add_block (scene, ground, &plate, pad / 2);
      tl_scene_place (scene, label, x, y);
      y += label->height;
    }
}

/**
 * tl_bar_text_add:
 * @scene: a scene
 * @text: what there is to say
 * @part: of a bar, already drawn
 *
 * Adds as much of it as the part has room for, in letters that are never too small to read.
 */
void
tl_bar_text_add (TlScene *scene, const TlBarText *text, const TlBox *part)
{
  TlColour ground = tl_theme_bucket (&scene->theme, text->bucket);
  TlColour ink = tl_theme_text_on (&ground);
  double size = tl_label_size (MIN (TL_SIZE_TEXT, part->height / scene->theme.scale * LETTERS_OF_BAR));
  TlLabelStyle style = { .size = size, .bold = TRUE, .colour = &ink };
  double room = part->width - 2 * tl_scene_unit (scene, PAD);
  Block block;

  /* A hair of tolerance: the floor itself is a quotient. */
  if (tl_scene_unit (scene, size) < scene->least - 0.01)
    return;
  if (choose (scene, &style, text, part, room, &block))
    place (scene, text, &block, &ground, part);
}
