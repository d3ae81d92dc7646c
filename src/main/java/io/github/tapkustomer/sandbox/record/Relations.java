package io.github.tapkustomer.sandbox.record;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Klass;

/** Writes the members of {@code relationships}. */
public record Relations(JsonOut out, Subject subject) {

  public Relations to(String name, Kind kind, String id) {
    out.open(name).open("data").text("type", kind.apiName).text("id", id).close();
    link("links", kind, id);
    return this;
  }

  public Relations to(String name, Kind kind, int ordinal) {
    return to(name, kind, subject.idOf(kind, ordinal));
  }

  public Relations toMany(String name, Kind kind, int... ordinals) {
    out.open(name).openList("data");
    for (int ordinal : ordinals) {
      out.open().text("type", kind.apiName).text("id", subject.idOf(kind, ordinal)).close();
    }
    out.closeList();
    link("links", subject.kind(), subject.id() + "/" + name);
    return this;
  }

  public Relations toNothing(String name) {
    out.open(name).none("data").close();
    return this;
  }

  /** Many relationships have only links. */
  public Relations linksOnly(String name) {
    out.open(name);
    link("links", subject.kind(), subject.id() + "/" + name);
    return this;
  }

  /** Only the klass of a kobject has its links in a member named without the s. */
  public Relations toKlass(Klass klass) {
    String id = subject.idOf(Kind.KLASS, klass.ordinal());
    out.open("klass").open("data").text("type", "klass").text("id", id).close();
    link("link", Kind.KLASS, klass.apiName());
    return this;
  }

  public Relations madeBy() {
    Dice fresh = subject.fresh();
    to("createdBy", Kind.USER, subject.user());
    return to("modifiedBy", Kind.USER, fresh.below(Population.USERS));
  }

  private void link(String member, Kind kind, String place) {
    out.open(member).text("self", "/v1/" + kind.path + "/" + place).close().close();
  }
}
