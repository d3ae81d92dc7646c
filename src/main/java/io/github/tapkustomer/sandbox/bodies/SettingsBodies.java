package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.BusinessHours;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Klass;

/** What an administrator sets up: brands, klasses, survey forms and schedules. */
public final class SettingsBodies {
  private static final String[] BRANDS = {"Example Home", "Example Outdoor", "Example Outlet"};
  private static final String[] FORMS = {"After chat", "After email", "After a call", "Returns"};
  private static final String[] SCHEDULES = {"Weekdays", "Every day", "Night shift"};

  private SettingsBodies() {}

  static void brand(JsonOut out, Subject it) {
    out.text("name", BRANDS[it.ordinal() % BRANDS.length]).flag("default", it.ordinal() == 0);
    out.text("iconUrl", "https://cdn.example.com/brand-" + it.ordinal() + ".png");
    it.times(out);
  }

  static void klass(JsonOut out, Subject it) {
    Klass klass = Klass.at(it.ordinal());
    out.text("name", klass.apiName()).text("displayName", klass.displayName());
    out.text("icon", klass.icon()).text("color", "#4a5568").text("klassSchema", "kobject");
    out.text("status", klass.status()).flag("appDisabled", false);
    out.texts("mixins", klass.equals(Klass.RETURN) ? "assignable" : "editable", "creatable");
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
  }

  static void satisfactionForm(JsonOut out, Subject it) {
    out.text("name", FORMS[it.ordinal() % FORMS.length]).text("formType", "csat");
    out.flag("enabled", it.ordinal() != 3).text("channel", it.ordinal() == 0 ? "chat" : "email");
    out.text("description", "How was it?").number("delayTime", 3600).open("from");
    out.text("app", "postmark").text("account", "help@shop.example.com").text("channel", "email");
    out.close().text("metaTitle", "Survey").open("scale");
    out.number("options", 5).text("type", "number").text("labelHigh", "Great");
    out.text("labelLow", "Poor").close().text("introduction", "Tell us").text("ratingPrompt", "?");
    out.openList("questions").closeList().openList("positiveQuestions").closeList();
    out.openList("negativeQuestions").closeList().text("followUpType", "same").open("criteria");
    out.openList("and").closeList().openList("or").closeList().close();
    it.times(out);
  }

  /** Minutes of the day in pairs; day 0 is Sunday. */
  static void schedule(JsonOut out, Subject it) {
    out.text("name", SCHEDULES[it.ordinal() % SCHEDULES.length]).open("hours").none("0");
    for (int day = 1; day <= 5; day++) {
      out.openList("" + day).openList();
      out.number(BusinessHours.OPENING_MINUTE)
          .number(BusinessHours.CLOSING_MINUTE)
          .closeList()
          .closeList();
    }
    out.none("6")
        .close()
        .text("timezone", it.ordinal() == 0 ? "Etc/UTC" : Words.ZONES.get(it.ordinal()));
    out.flag("default", it.ordinal() == 0);
    it.times(out);
  }

  static void holiday(JsonOut out, Subject it) {
    boolean winter = it.ordinal() % 2 == 0;
    long start = it.createdAt() + (winter ? 30 : 200) * 86_400_000L;
    out.text("name", winter ? "Year's end" : "Midsummer").time("startDate", start);
    out.time("endDate", start + 86_400_000).text("description", "Closed").flag("enabled", true);
    it.times(out);
  }

  static void ofHoliday(Relations relations, Subject it) {
    relations.madeBy().to("schedule", Kind.SCHEDULE, it.ordinal() / 2);
  }
}
