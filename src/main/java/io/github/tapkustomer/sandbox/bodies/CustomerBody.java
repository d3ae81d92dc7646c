package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.bodies.conversation.ConversationSla;
import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.CustomAttributes;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Klass;

/** A person who writes in. */
final class CustomerBody implements Body {

  @Override
  public void attributes(JsonOut out, Subject it) {
    Dice dice = it.dice();
    String first = dice.pick(Words.FIRST_NAMES);
    String last = dice.pick(Words.LAST_NAMES);
    String email = Words.email(first + last, it.ordinal());
    int place = dice.below(Words.CITIES.size());
    out.text("name", first + " " + last).text("displayName", first + " " + last);
    out.text("firstName", first).text("lastName", last);
    out.text("displayColor", dice.pick("green", "blue", "purple", "yellow"));
    out.text("displayIcon", dice.pick("leaf", "heart", "star"));
    out.text("externalId", dice.oneIn(4) ? null : "C-" + (100_000 + it.ordinal()));
    out.openList("externalIds").open().text("externalId", "C-" + (100_000 + it.ordinal()));
    out.flag("verified", true).close().closeList().openList("sharedExternalIds").closeList();
    out.openList("emails").open().text("type", "home").text("email", email);
    out.flag("verified", dice.oneIn(2)).text("id", it.idOf(Kind.CUSTOMER, 7_000_000)).close();
    out.closeList().openList("sharedEmails").closeList();
    out.openList("phones").open().text("type", "mobile").text("phone", Words.phone(dice));
    out.flag("verified", false).close().closeList().openList("sharedPhones").closeList();
    out.openList("whatsapps").closeList();
    reach(out, it, first.charAt(0) + last);
    location(out, it, place);
    out.text("locale", dice.oneIn(5) ? null : Words.LOCALES.get(place));
    out.text("timeZone", Words.ZONES.get(place));
    out.text("gender", dice.maybe("f", "m")).text("birthdayAt", dice.maybe("1984-06-02"));
    activity(out, it);
    out.texts("tags", it.tag()).text("progressiveStatus", dice.maybe("open", "done"));
    out.flag("verified", dice.oneIn(2)).number("rev", it.revision());
    if (hasSla(it)) {
      out.open("sla").text("name", ConversationSla.name(0)).number("version", 2);
      out.flag("breached", false).time("matchedAt", it.createdAt()).close();
    }
    CustomAttributes.write(out, it);
  }

  /** Real customers can have an SLA, though no documentation shows it. */
  private static boolean hasSla(Subject it) {
    return it.ordinal() % 3 == 0;
  }

  private static void reach(JsonOut out, Subject it, String handle) {
    Dice dice = it.dice();
    out.openList("socials");
    if (dice.oneIn(3)) {
      out.open().text("type", "twitter").text("userid", "90" + it.ordinal());
      out.text("username", handle).text("url", "https://social.example.com/" + it.ordinal());
      out.flag("verified", false).close();
    }
    out.closeList().openList("sharedSocials").closeList().openList("urls");
    if (dice.oneIn(4)) {
      out.open().text("url", "https://www.example.org/" + it.ordinal()).close();
    }
    out.closeList().openList("facebookIds").closeList().openList("instagramIds").closeList();
    out.openList("activeUsers").closeList().texts("watchers", it.user());
    out.openList("roleGroupVersions").closeList().openList("accessOverride").closeList();
  }

  private static void location(JsonOut out, Subject it, int place) {
    Dice dice = it.dice();
    out.openList("locations").open().text("type", "home");
    out.text("address", dice.between(1, 240) + " Example Street");
    out.hundredths("latitude", dice.between(-8_999, 8_999));
    out.hundredths("longitude", dice.between(-17_999, 17_999));
    out.text("countryCode", Words.COUNTRIES.get(place)).text("cityName", Words.CITIES.get(place));
    out.none("regionName").text("zipCode", "" + dice.between(10_000, 99_999)).close().closeList();
    out.open("recentLocation").time("updatedAt", it.minutesIn(3)).open("location");
    out.text("countryName", null).text("cityName", Words.CITIES.get(place)).close().close();
  }

  private static void activity(JsonOut out, Subject it) {
    Dice dice = it.dice();
    int first = Population.firstConversationOf(it.ordinal());
    int count = Population.firstConversationOf(it.ordinal() + 1) - first;
    int open = dice.below(2);
    long last = it.minutesIn(10);
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
    out.time("modifiedAt", it.updatedAt()).time("lastActivityAt", last);
    out.time("lastCustomerActivityAt", last).none("lastSeenAt").none("signedUpAt");
    out.open("lastMessageIn").time("sentAt", last).text("channel", dice.pick(Words.CHANNELS));
    out.none("sentiment").close().open("lastMessageOut").time("sentAt", last).close();
    out.time("lastMessageAt", last).open("lastMessageUnrespondedTo").close();
    out.open("lastConversation").text("id", it.idOf(Kind.CONVERSATION, first));
    out.texts("channels", dice.pick(Words.CHANNELS)).texts("tags", it.tag());
    out.open("sentiment").hundredths("confidence", dice.below(100)).number("polarity", 1);
    out.close().close();
    out.open("conversationCounts").number("done", count - open).number("open", open);
    out.number("snoozed", 0).number("all", count).close();
    out.open("preview").time("previewAt", last).text("type", "message_in");
    out.text("text", Words.sentences(dice, 1)).text("channel", "email").close();
    if (dice.oneIn(2)) {
      out.open("sentiment").number("polarity", dice.between(-1, 1));
      out.hundredths("confidence", dice.below(100)).close();
    }
    out.open("satisfactionLevel").open("firstSatisfaction").openList("sentByTeams").closeList();
    out.close().open("lastSatisfaction").openList("sentByTeams").closeList().close();
    out.hundredths("avgRating", dice.between(100, 500)).number("count", 2).close();
    out.openList("recentItems").open().text("type", "kobject").time("updatedAt", last);
    int recent = it.ordinal() * 2 / 3;
    out.text("id", it.idOf(Kind.KOBJECT, recent)).open("meta");
    out.text("klassName", Klass.ofGenerated(recent).apiName()).close().close().closeList();
  }

  @Override
  public void relationships(Relations relations, Subject it) {
    relations.linksOnly("messages").madeBy();
    if (hasSla(it)) {
      relations.to("sla", Kind.SLA, 0).to("slaVersion", Kind.SLA_VERSION, 1);
    }
  }
}
