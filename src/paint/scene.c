#include "paint/scene.h"

#include "paint/flow-shape.h"

typedef enum
{
  MARK_BUCKET,
  MARK_BLOCK,
  MARK_OUTLINE,
  MARK_LINE,
  MARK_LABEL,
  MARK_PICTURE,
} MarkKind;

typedef struct
{
  MarkKind kind;
  TlBox box; /* of a line: where it begins, and how far it goes */
  TlBucket bucket;
  TlColour colour;
  double size; /* radius of corners, or width of lines */
  gboolean dashed;
  TlLabel *label;
  TlScenePainter painter;
  gpointer data;
  GDestroyNotify free_data;
} Mark;

static void
mark_free (Mark *mark)
{
  tl_label_free (mark->label);
  if (mark->free_data)
    mark->free_data (mark->data);
  g_free (mark);
}

static void
text_box_free (TlTextBox *box)
{
  g_free (box->text);
  g_free (box->whole);
  g_free (box);
}

static void
target_free (TlChartTarget *target)
{
  g_free (target->id);
  g_free (target->words);
  g_free (target);
}

/**
 * tl_scene_new:
 * @theme: its scale is not taken
 * @scale: of text and lines
 * @width: of the surface
 * @height: of the surface
 *
 * Returns: (transfer full): an empty scene
 */
TlScene *
tl_scene_new (const TlTheme *theme, double scale, double width, double height)
{
  TlScene *scene = g_new0 (TlScene, 1);

  scene->theme = *theme;
  scene->theme.scale = scale;
  scene->width = width;
  scene->height = height;
  scene->least = TL_LEAST_LETTERS;
  scene->context = tl_label_context ();
  scene->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);
  scene->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) text_box_free);
  scene->spots = g_array_new (FALSE, FALSE, sizeof (TlSpot));
  scene->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) target_free);
  return scene;
}

/**
 * tl_scene_free:
 * @scene: (transfer full): a scene
 */
void
tl_scene_free (TlScene *scene)
{
  if (!scene)
    return;
  g_ptr_array_unref (scene->marks);
  g_ptr_array_unref (scene->texts);
  g_array_unref (scene->spots);
  g_ptr_array_unref (scene->targets);
  g_object_unref (scene->context);
  g_free (scene);
}

/**
 * tl_scene_unit:
 * @scene: a scene
 * @length: at 100 %
 *
 * Returns: @length in units of the surface
 */
double
tl_scene_unit (const TlScene *scene, double length)
{
  return length * scene->theme.scale;
}

static Mark *
add_mark (TlScene *scene, MarkKind kind)
{
  Mark *mark = g_new0 (Mark, 1);

  mark->kind = kind;
  g_ptr_array_add (scene->marks, mark);
  return mark;
}

/**
 * tl_scene_add_bucket:
 * @scene: a scene
 * @bucket: what the area stands for
 * @box: the area
 *
 * Adds an area with colour and hatch of @bucket.
 */
void
tl_scene_add_bucket (TlScene *scene, TlBucket bucket, const TlBox *box)
{
  Mark *mark = add_mark (scene, MARK_BUCKET);

  mark->bucket = bucket;
  mark->box = *box;
}

/**
 * tl_scene_add_block:
 * @scene: a scene
 * @colour: of the area
 * @box: the area
 * @radius: of its corners
 */
void
tl_scene_add_block (TlScene *scene, const TlColour *colour, const TlBox *box, double radius)
{
  Mark *mark = add_mark (scene, MARK_BLOCK);

  mark->colour = *colour;
  mark->box = *box;
  mark->size = radius;
}

/**
 * tl_scene_add_outline:
 * @scene: a scene
 * @ink: of the line
 * @box: the line runs just within it
 * @dashed: broken line
 */
void
tl_scene_add_outline (TlScene *scene, TlInk ink, const TlBox *box, gboolean dashed)
{
  Mark *mark = add_mark (scene, MARK_OUTLINE);

  mark->colour = tl_theme_ink (&scene->theme, ink);
  mark->box = *box;
  mark->size = tl_scene_unit (scene, 1.5);
  mark->dashed = dashed;
}

/**
 * tl_scene_add_line:
 * @scene: a scene
 * @ink: of the line
 * @width: of the line, at 100 %
 * @x1: where it begins
 * @y1: where it begins
 * @x2: where it ends
 * @y2: where it ends
 */
void
tl_scene_add_line (TlScene *scene, TlInk ink, double width, double x1, double y1, double x2, double y2)
{
  Mark *mark = add_mark (scene, MARK_LINE);

  mark->colour = tl_theme_ink (&scene->theme, ink);
  mark->size = tl_scene_unit (scene, width);
  mark->box = (TlBox){ x1, y1, x2 - x1, y2 - y1 };
}

/**
 * tl_scene_add_dashes:
 * @scene: a scene
 * @ink: of the line
 * @width: of the line, at 100 %
 * @x1: where it begins
 * @y1: where it begins
 * @x2: where it ends
 * @y2: where it ends
 *
 * The same as tl_scene_add_line(), but broken.
 */
void
tl_scene_add_dashes (TlScene *scene, TlInk ink, double width, double x1, double y1, double x2, double y2)
{
  tl_scene_add_line (scene, ink, width, x1, y1, x2, y2);
  ((Mark *) g_ptr_array_index (scene->marks, scene->marks->len - 1))->dashed = TRUE;
}

/**
 * tl_scene_add_picture:
 * @scene: a scene
 * @painter: draws it
 * @data: (transfer full): for @painter
 * @free_data: (nullable): frees @data
 *
 * Adds what another painter draws. It may clip and transform; the scene puts that back.
 */
void
tl_scene_add_picture (TlScene *scene, TlScenePainter painter, gpointer data, GDestroyNotify free_data)
{
  Mark *mark = add_mark (scene, MARK_PICTURE);

  mark->painter = painter;
  mark->data = data;
  mark->free_data = free_data;
}

typedef struct
{
  TlScene *scene;
  double x;
  double y;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  tl_scene_free (part->scene);
  g_free (part);
}

static void
paint_part (cairo_t *cr, gpointer data)
{
  Part *part = data;

  cairo_translate (cr, part->x, part->y);
  tl_scene_paint (part->scene, cr);
}

/**
 * tl_scene_add_scene:
 * @scene: a scene
 * @part: (transfer full): another one, with its ground
 * @x: where its left side goes
 * @y: where its top goes
 *
 * The texts and spots of @part become those of @scene.
 */
void
tl_scene_add_scene (TlScene *scene, TlScene *part, double x, double y)
{
  Part *data = g_new0 (Part, 1);

  *data = (Part){ part, x, y };
  for (guint i = 0; i < part->texts->len; i++)
    {
      TlTextBox *box = g_ptr_array_index (part->texts, i);

      box->x += x;
      box->y += y;
    }
  for (guint i = 0; i < part->spots->len; i++)
    {
      const TlSpot *spot = &g_array_index (part->spots, TlSpot, i);

      tl_scene_add_spot (scene, spot->x + x, spot->y + y, spot->number);
    }
  g_ptr_array_extend_and_steal (scene->texts, part->texts);
  part->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) text_box_free);
  tl_scene_add_picture (scene, paint_part, data, part_free);
}

/**
 * tl_scene_add_spot:
 * @scene: a scene
 * @x: where
 * @y: where
 * @number: of what stands there
 *
 * For pointing at one of many things that are drawn as one mark.
 */
void
tl_scene_add_spot (TlScene *scene, double x, double y, guint number)
{
  TlSpot spot = { x, y, number };

  g_array_append_val (scene->spots, spot);
}

/**
 * tl_scene_add_hint:
 * @scene: a scene
 * @box: where one points at
 * @text: what is told then, and in the title of that place in an SVG
 *
 * For text that another painter draws.
 */
void
tl_scene_add_hint (TlScene *scene, const TlBox *box, const char *text)
{
  TlTextBox *hint = g_new0 (TlTextBox, 1);
  char *plain = tl_label_plain (text);

  *hint = (TlTextBox){ box->x, box->y, box->width, box->height, plain, g_strdup (plain), 0 };
  g_ptr_array_add (scene->texts, hint);
}

/**
 * tl_scene_add_target:
 * @scene: a scene
 * @box: a place
 * @id: of the item that is drawn there
 * @words: what it says
 */
void
tl_scene_add_target (TlScene *scene, const TlBox *box, const char *id, const char *words)
{
  TlChartTarget *target = g_new0 (TlChartTarget, 1);

  *target = (TlChartTarget){
    box->x, box->y, box->width, box->height, g_strdup (id), g_strdup (words),
  };
  g_ptr_array_add (scene->targets, target);
}

/**
 * tl_scene_measure:
 * @scene: a scene
 * @style: how the text looks
 * @text: what it says
 * @most_width: it wraps and then shortens to this; 0 or less: no bound
 *
 * Returns: (transfer full): the text, to be placed or freed
 */
TlLabel *
tl_scene_measure (TlScene *scene, const TlLabelStyle *style, const char *text, double most_width)
{
  return tl_label_new (scene->context, &scene->theme, style, text, most_width);
}

/**
 * tl_scene_place:
 * @scene: a scene
 * @label: (transfer full): the text
 * @x: left
 * @y: top
 */
void
tl_scene_place (TlScene *scene, TlLabel *label, double x, double y)
{
  TlTextBox *box = g_new0 (TlTextBox, 1);

  label->x = x;
  label->y = y;
  *box = (TlTextBox){
    x, y, label->width, label->height, g_strdup (label->text), g_strdup (label->whole), label->letters
  };
  g_ptr_array_add (scene->texts, box);
  add_mark (scene, MARK_LABEL)->label = label;
}

static void
stroke (cairo_t *cr, const Mark *mark)
{
  double dash[] = { mark->size * 4, mark->size * 3 };

  tl_colour_set (cr, &mark->colour);
  cairo_set_line_width (cr, mark->size);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_dash (cr, dash, mark->dashed ? 2 : 0, 0);
  cairo_stroke (cr);
}

static void
paint_mark (TlScene *scene, const Mark *mark, cairo_t *cr)
{
  const TlBox *box = &mark->box;

  switch (mark->kind)
    {
    case MARK_BUCKET:
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      tl_theme_fill_bucket (&scene->theme, cr, mark->bucket);
      break;
    case MARK_BLOCK:
      tl_shape_add_round (cr, box, mark->size);
      tl_colour_set (cr, &mark->colour);
      cairo_fill (cr);
      break;
    case MARK_OUTLINE:
      cairo_rectangle (cr, box->x + mark->size / 2, box->y + mark->size / 2, MAX (0, box->width - mark->size),
                       MAX (0, box->height - mark->size));
      stroke (cr, mark);
      break;
    case MARK_LINE:
      cairo_move_to (cr, box->x, box->y);
      cairo_rel_line_to (cr, box->width, box->height);
      stroke (cr, mark);
      break;
    case MARK_LABEL:
      tl_label_paint (mark->label, cr);
      break;
    case MARK_PICTURE:
      mark->painter (cr, mark->data);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_scene_paint:
 * @scene: a scene
 * @cr: where to draw, from 0, 0
 *
 * Paints the ground, then all marks.
 */
void
tl_scene_paint (TlScene *scene, cairo_t *cr)
{
  TlColour ground = tl_theme_ink (&scene->theme, TL_INK_GROUND);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, scene->width, scene->height);
  tl_colour_set (cr, &ground);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      cairo_save (cr);
      cairo_new_path (cr);
      paint_mark (scene, g_ptr_array_index (scene->marks, i), cr);
      cairo_restore (cr);
    }
  cairo_restore (cr);
}
