/* demand-numbers.h: the numbers of the charts of demand as a table. For chart-numbers.c. */
#pragma once

#include "paint/chart.h"
#include "paint/csv-table.h"

G_BEGIN_DECLS

void tl_demand_numbers_add (TlCsv *csv, const TlSubject *subject);
void tl_demand_numbers_add_over_time (TlCsv *csv, const TlSubject *subject);
void tl_demand_numbers_add_by_hour (TlCsv *csv, const TlSubject *subject);
void tl_demand_numbers_add_by_weekday (TlCsv *csv, const TlSubject *subject);
void tl_demand_numbers_add_needs (TlCsv *csv, const TlSubject *subject);

G_END_DECLS
