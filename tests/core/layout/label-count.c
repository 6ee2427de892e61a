#include "label-count.h"

#include <math.h>

/* To touch is no harm, nor what rounding does. */
#define TOUCH 0.01

static TlBox
label_box (const TlPath *path)
{
  return (TlBox){ path->label.x - path->label_width / 2 + TOUCH, path->label.y - path->label_height / 2 + TOUCH,
                  path->label_width - 2 * TOUCH, path->label_height - 2 * TOUCH };
}

static gboolean
meet (TlBox a, TlBox b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static gboolean
is_on_box (const TlFlowGeometry *geometry, TlBox label)
{
  for (guint i = 0; i < geometry->steps->len; i++)
    if (meet (label, g_array_index (geometry->steps, TlStepBox, i).box))
      return TRUE;
  for (guint i = 0; i < geometry->chips->len; i++)
    if (meet (label, g_array_index (geometry->chips, TlChipBox, i).box))
      return TRUE;
  return FALSE;
}

static gboolean
is_on_path (const TlPath *path, TlBox label)
{
  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlPlace a = g_array_index (path->points, TlPlace, i), b = g_array_index (path->points, TlPlace, i + 1);
      TlBox line = { fmin (a.x, b.x), fmin (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };

      if (meet (label, line))
        return TRUE;
    }
  return FALSE;
}

/* Adds those of @geometry to @count. Their own lines don't count: a label stands on its line. */
void
labels_count (const TlFlowGeometry *geometry, LabelCount *count)
{
  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);
      TlBox label = label_box (path);
      gboolean on_label = FALSE, on_line = FALSE;

      if (path->label_width <= 0)
        continue;
      for (guint j = 0; j < geometry->paths->len; j++)
        {
          const TlPath *other = &g_array_index (geometry->paths, TlPath, j);

          if (j == i)
            continue;
          on_label |= other->label_width > 0 && meet (label, label_box (other));
          on_line |= is_on_path (other, label);
        }
      count->labels++;
      count->on_boxes += is_on_box (geometry, label);
      count->on_labels += on_label;
      count->on_lines += on_line;
    }
}
