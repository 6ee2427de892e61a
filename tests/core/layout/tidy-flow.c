#include "tidy-flow.h"

#include <math.h>

#include "layout/flow-geometry.h"
#include "study/item-build.h"

const TlTidyOptions tidy_plain = { 0 };
const TlTidyOptions tidy_wrapped = { .wrap = TRUE };

void
tidy_put (const GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const TlTidyPlace *place = &g_array_index (places, TlTidyPlace, i);

      tl_item_set_number (place->step, "x", place->x);
      tl_item_set_number (place->step, "y", place->y);
    }
}

void
tidy_flow (TlStudy *study, const TlTidyOptions *options)
{
  g_autoptr (GArray) places = tl_flow_tidy (study, drawn_flow (study), options);
  tidy_put (places);
}

TlStep *
tidy_step (TlStudy *study, guint number)
{
  return g_ptr_array_index (drawn_flow (study)->steps, number);
}

/* Steps of as many roles, some without one, in lanes. Of step s it is role 7 s mod (n + 1). */
void
tidy_share_lanes (TlStudy *study, guint n_roles)
{
  TlFlow *flow = drawn_flow (study);

  for (guint r = 0; r < n_roles; r++)
    tl_item_append (study, tl_item_new (TL_ITEM_ROLE));
  for (guint s = 0; s < flow->steps->len; s++)
    if (s * 7 % (n_roles + 1) < n_roles)
      tl_item_set_item (tidy_step (study, s), "role", study->roles->pdata[s * 7 % (n_roles + 1)]);
  tl_item_set_choice (flow, "lanes", TL_YES);
}

void
tidy_assert_apart (const TlFlow *flow)
{
  for (guint i = 0; i < flow->steps->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const TlStep *a = g_ptr_array_index (flow->steps, i);
        const TlStep *b = g_ptr_array_index (flow->steps, j);

        g_assert_true (fabs (a->x - b->x) >= TL_STEP_WIDTH || fabs (a->y - b->y) >= TL_STEP_HEIGHT);
      }
}
