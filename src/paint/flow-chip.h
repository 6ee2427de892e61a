/* flow-chip.h: draws a demand at the front of a flow. Private to the flow picture. */
#pragma once

#include "paint/flow-brush.h"

G_BEGIN_DECLS

typedef struct
{
  PangoLayout *name;
  PangoLayout *frequency;
} TlChipText;

TlChipText *tl_chip_text_new (const TlFlowBrush *brush, const TlDemand *demand) G_GNUC_WARN_UNUSED_RESULT;
void tl_chip_text_free (TlChipText *text);

guint64 tl_chip_print (const TlFlowBrush *brush, const TlDemand *demand, gboolean fine);

void tl_chip_draw (const TlFlowBrush *brush, const TlChipBox *chip, const TlChipText *text);

G_END_DECLS
