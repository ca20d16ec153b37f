#include "CStarters.h"

static const uint8_t plain_entities_people_lin_yuan_en_md[] = {
#embed "projects/plain/seeds/entities/people/lin-yuan.en.md"
};
static const uint8_t plain_entities_people_lin_yuan_md[] = {
#embed "projects/plain/seeds/entities/people/lin-yuan.md"
};
static const uint8_t plain_sources_first_md[] = {
#embed "projects/plain/seeds/sources/first.md"
};
static const uint8_t plain_zhujie_yml[] = {
#embed "projects/plain/seeds/zhujie.yml"
};
static const uint8_t sample_contradictions_yml[] = {
#embed "projects/sample/seeds/contradictions.yml"
};
static const uint8_t sample_decisions_yml[] = {
#embed "projects/sample/seeds/decisions.yml"
};
static const uint8_t sample_entities_events_lin_yuan_appointed_en_md[] = {
#embed "projects/sample/seeds/entities/events/lin-yuan-appointed.en.md"
};
static const uint8_t sample_entities_events_lin_yuan_appointed_md[] = {
#embed "projects/sample/seeds/entities/events/lin-yuan-appointed.md"
};
static const uint8_t sample_entities_events_morning_star_launched_en_md[] = {
#embed "projects/sample/seeds/entities/events/morning-star-launched.en.md"
};
static const uint8_t sample_entities_events_morning_star_launched_md[] = {
#embed "projects/sample/seeds/entities/events/morning-star-launched.md"
};
static const uint8_t sample_entities_events_morning_star_presented_en_md[] = {
#embed "projects/sample/seeds/entities/events/morning-star-presented.en.md"
};
static const uint8_t sample_entities_events_morning_star_presented_md[] = {
#embed "projects/sample/seeds/entities/events/morning-star-presented.md"
};
static const uint8_t sample_entities_organizations_yuanshan_en_md[] = {
#embed "projects/sample/seeds/entities/organizations/yuanshan.en.md"
};
static const uint8_t sample_entities_organizations_yuanshan_md[] = {
#embed "projects/sample/seeds/entities/organizations/yuanshan.md"
};
static const uint8_t sample_entities_people_fan_songyue_en_md[] = {
#embed "projects/sample/seeds/entities/people/fan-songyue.en.md"
};
static const uint8_t sample_entities_people_fan_songyue_md[] = {
#embed "projects/sample/seeds/entities/people/fan-songyue.md"
};
static const uint8_t sample_entities_people_lin_yuan_en_md[] = {
#embed "projects/sample/seeds/entities/people/lin-yuan.en.md"
};
static const uint8_t sample_entities_people_lin_yuan_md[] = {
#embed "projects/sample/seeds/entities/people/lin-yuan.md"
};
static const uint8_t sample_entities_people_su_qing_en_md[] = {
#embed "projects/sample/seeds/entities/people/su-qing.en.md"
};
static const uint8_t sample_entities_people_su_qing_md[] = {
#embed "projects/sample/seeds/entities/people/su-qing.md"
};
static const uint8_t sample_entities_products_morning_star_en_md[] = {
#embed "projects/sample/seeds/entities/products/morning-star.en.md"
};
static const uint8_t sample_entities_products_morning_star_md[] = {
#embed "projects/sample/seeds/entities/products/morning-star.md"
};
static const uint8_t sample_entities_systems_two_layers_en_md[] = {
#embed "projects/sample/seeds/entities/systems/two-layers.en.md"
};
static const uint8_t sample_entities_systems_two_layers_md[] = {
#embed "projects/sample/seeds/entities/systems/two-layers.md"
};
static const uint8_t sample_figures_yml[] = {
#embed "projects/sample/seeds/figures.yml"
};
static const uint8_t sample_glossary_yml[] = {
#embed "projects/sample/seeds/glossary.yml"
};
static const uint8_t sample_report_01_the_turn_en_md[] = {
#embed "projects/sample/seeds/report/01-the-turn.en.md"
};
static const uint8_t sample_report_01_the_turn_md[] = {
#embed "projects/sample/seeds/report/01-the-turn.md"
};
static const uint8_t sample_report_02_where_they_differ_en_md[] = {
#embed "projects/sample/seeds/report/02-where-they-differ.en.md"
};
static const uint8_t sample_report_02_where_they_differ_md[] = {
#embed "projects/sample/seeds/report/02-where-they-differ.md"
};
static const uint8_t sample_sources_daily_txt[] = {
#embed "projects/sample/seeds/sources/daily.txt"
};
static const uint8_t sample_sources_daily_yml[] = {
#embed "projects/sample/seeds/sources/daily.yml"
};
static const uint8_t sample_sources_weekly_en_md[] = {
#embed "projects/sample/seeds/sources/weekly.en.md"
};
static const uint8_t sample_sources_weekly_md[] = {
#embed "projects/sample/seeds/sources/weekly.md"
};
static const uint8_t sample_zhujie_yml[] = {
#embed "projects/sample/seeds/zhujie.yml"
};

struct starter_file {
  const char *path;
  const uint8_t *bytes;
  size_t size;
};

static const struct starter_file files[] = {
    {"plain/seeds/entities/people/lin-yuan.en.md", plain_entities_people_lin_yuan_en_md, sizeof plain_entities_people_lin_yuan_en_md},
    {"plain/seeds/entities/people/lin-yuan.md", plain_entities_people_lin_yuan_md, sizeof plain_entities_people_lin_yuan_md},
    {"plain/seeds/sources/first.md", plain_sources_first_md, sizeof plain_sources_first_md},
    {"plain/seeds/zhujie.yml", plain_zhujie_yml, sizeof plain_zhujie_yml},
    {"sample/seeds/contradictions.yml", sample_contradictions_yml, sizeof sample_contradictions_yml},
    {"sample/seeds/decisions.yml", sample_decisions_yml, sizeof sample_decisions_yml},
    {"sample/seeds/entities/events/lin-yuan-appointed.en.md", sample_entities_events_lin_yuan_appointed_en_md, sizeof sample_entities_events_lin_yuan_appointed_en_md},
    {"sample/seeds/entities/events/lin-yuan-appointed.md", sample_entities_events_lin_yuan_appointed_md, sizeof sample_entities_events_lin_yuan_appointed_md},
    {"sample/seeds/entities/events/morning-star-launched.en.md", sample_entities_events_morning_star_launched_en_md, sizeof sample_entities_events_morning_star_launched_en_md},
    {"sample/seeds/entities/events/morning-star-launched.md", sample_entities_events_morning_star_launched_md, sizeof sample_entities_events_morning_star_launched_md},
    {"sample/seeds/entities/events/morning-star-presented.en.md", sample_entities_events_morning_star_presented_en_md, sizeof sample_entities_events_morning_star_presented_en_md},
    {"sample/seeds/entities/events/morning-star-presented.md", sample_entities_events_morning_star_presented_md, sizeof sample_entities_events_morning_star_presented_md},
    {"sample/seeds/entities/organizations/yuanshan.en.md", sample_entities_organizations_yuanshan_en_md, sizeof sample_entities_organizations_yuanshan_en_md},
    {"sample/seeds/entities/organizations/yuanshan.md", sample_entities_organizations_yuanshan_md, sizeof sample_entities_organizations_yuanshan_md},
    {"sample/seeds/entities/people/fan-songyue.en.md", sample_entities_people_fan_songyue_en_md, sizeof sample_entities_people_fan_songyue_en_md},
    {"sample/seeds/entities/people/fan-songyue.md", sample_entities_people_fan_songyue_md, sizeof sample_entities_people_fan_songyue_md},
    {"sample/seeds/entities/people/lin-yuan.en.md", sample_entities_people_lin_yuan_en_md, sizeof sample_entities_people_lin_yuan_en_md},
    {"sample/seeds/entities/people/lin-yuan.md", sample_entities_people_lin_yuan_md, sizeof sample_entities_people_lin_yuan_md},
    {"sample/seeds/entities/people/su-qing.en.md", sample_entities_people_su_qing_en_md, sizeof sample_entities_people_su_qing_en_md},
    {"sample/seeds/entities/people/su-qing.md", sample_entities_people_su_qing_md, sizeof sample_entities_people_su_qing_md},
    {"sample/seeds/entities/products/morning-star.en.md", sample_entities_products_morning_star_en_md, sizeof sample_entities_products_morning_star_en_md},
    {"sample/seeds/entities/products/morning-star.md", sample_entities_products_morning_star_md, sizeof sample_entities_products_morning_star_md},
    {"sample/seeds/entities/systems/two-layers.en.md", sample_entities_systems_two_layers_en_md, sizeof sample_entities_systems_two_layers_en_md},
    {"sample/seeds/entities/systems/two-layers.md", sample_entities_systems_two_layers_md, sizeof sample_entities_systems_two_layers_md},
    {"sample/seeds/figures.yml", sample_figures_yml, sizeof sample_figures_yml},
    {"sample/seeds/glossary.yml", sample_glossary_yml, sizeof sample_glossary_yml},
    {"sample/seeds/report/01-the-turn.en.md", sample_report_01_the_turn_en_md, sizeof sample_report_01_the_turn_en_md},
    {"sample/seeds/report/01-the-turn.md", sample_report_01_the_turn_md, sizeof sample_report_01_the_turn_md},
    {"sample/seeds/report/02-where-they-differ.en.md", sample_report_02_where_they_differ_en_md, sizeof sample_report_02_where_they_differ_en_md},
    {"sample/seeds/report/02-where-they-differ.md", sample_report_02_where_they_differ_md, sizeof sample_report_02_where_they_differ_md},
    {"sample/seeds/sources/daily.txt", sample_sources_daily_txt, sizeof sample_sources_daily_txt},
    {"sample/seeds/sources/daily.yml", sample_sources_daily_yml, sizeof sample_sources_daily_yml},
    {"sample/seeds/sources/weekly.en.md", sample_sources_weekly_en_md, sizeof sample_sources_weekly_en_md},
    {"sample/seeds/sources/weekly.md", sample_sources_weekly_md, sizeof sample_sources_weekly_md},
    {"sample/seeds/zhujie.yml", sample_zhujie_yml, sizeof sample_zhujie_yml},
};

static const size_t count = sizeof files / sizeof *files;

size_t zhujie_starter_file_count(void) { return count; }

const char *zhujie_starter_file_path(size_t index) {
  return index < count ? files[index].path : NULL;
}

const uint8_t *zhujie_starter_file_bytes(size_t index) {
  return index < count ? files[index].bytes : NULL;
}

size_t zhujie_starter_file_size(size_t index) {
  return index < count ? files[index].size : 0;
}
