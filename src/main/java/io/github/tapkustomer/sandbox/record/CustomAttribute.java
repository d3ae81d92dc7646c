package io.github.tapkustomer.sandbox.record;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.store.Klass;
import java.util.Optional;

/**
 * An attribute that this organization has defined for itself.
 *
 * @param type its name in the metadata
 * @param multi whether the value is an array
 * @param sensitive whether the value comes back masked
 * @param target the klass of the objects that it names, if any
 */
public record CustomAttribute(
    String name,
    String type,
    boolean multi,
    boolean sensitive,
    Optional<String> target,
    Value value) {

  /** Writes the member of {@code custom}. */
  @FunctionalInterface
  interface Value {
    void write(JsonOut out, String name, Subject it);
  }

  static CustomAttribute of(String name, String type, Value value) {
    return new CustomAttribute(name, type, false, false, Optional.empty(), value);
  }

  static CustomAttribute choice(String name, String type, String... choices) {
    return of(name, type, (out, member, it) -> out.text(member, it.dice().pick(choices)));
  }

  static CustomAttribute flag(String name) {
    return of(name, "boolean", (out, member, it) -> out.flag(member, it.dice().oneIn(3)));
  }

  /** An amount with decimals. */
  static CustomAttribute amount(String name, int largestInHundredths) {
    return of(
        name,
        "number",
        (out, member, it) -> out.hundredths(member, it.dice().below(largestInHundredths)));
  }

  static CustomAttribute count(String name, int largest) {
    return of(name, "number", (out, member, it) -> out.number(member, it.dice().below(largest)));
  }

  static CustomAttribute time(String name) {
    return of(
        name, "date", (out, member, it) -> out.time(member, it.minutesIn(it.dice().below(20_000))));
  }

  static CustomAttribute several(String name, String type, Value values) {
    return new CustomAttribute(name, type, true, false, Optional.empty(), values);
  }

  static CustomAttribute sensitive(String name, String type) {
    Value masked = (out, member, it) -> out.text(member, "********");
    return new CustomAttribute(name, type, false, true, Optional.empty(), masked);
  }

  CustomAttribute pointingAt(Klass klass) {
    return new CustomAttribute(name, type, multi, sensitive, Optional.of(klass.apiName()), value);
  }

  public String displayName() {
    String words = name.replaceAll("(Str|Txt|Num|At|Bool|Url|Id|Tree)$", "");
    words = words.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[-_]", " ");
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
