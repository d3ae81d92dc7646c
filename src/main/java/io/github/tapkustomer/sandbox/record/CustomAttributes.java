package io.github.tapkustomer.sandbox.record;

import static io.github.tapkustomer.sandbox.record.CustomAttribute.amount;
import static io.github.tapkustomer.sandbox.record.CustomAttribute.choice;
import static io.github.tapkustomer.sandbox.record.CustomAttribute.count;
import static io.github.tapkustomer.sandbox.record.CustomAttribute.flag;
import static io.github.tapkustomer.sandbox.record.CustomAttribute.time;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Klass;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organization's own attributes: the records have exactly what the metadata declares. */
public final class CustomAttributes {
  private static final List<CustomAttribute> CUSTOMER =
      List.of(
          choice("loyaltyTierStr", "string", "bronze", "silver", "gold"),
          amount("lifetimeValueNum", 500_000),
          time("lastOrderAt"),
          flag("vipBool"),
          choice("profileUrl", "string", "https://shop.example.com/me"),
          CustomAttribute.sensitive("taxNumberStr", "string"),
          CustomAttribute.several(
              "interestsStr", "string", (out, name, it) -> out.texts(name, "outdoor", "home")),
          count("ecomm-customer_ordersNum", 40));
  private static final List<CustomAttribute> CONVERSATION =
      List.of(
          choice("contactReasonTree", "tree", "order.delivery.late", "order.refund", "account"),
          choice("ecomm-order_orderNumberStr", "string", "SO-10017", "SO-20493", "SO-31277"),
          amount("refundAmountNum", 30_000),
          time("promisedAt"),
          flag("escalatedBool"),
          choice("resolutionTxt", "string", "Sent a replacement", "Refunded", "No action needed"),
          CustomAttribute.several(
              "productsStr",
              "string",
              (out, name, it) ->
                  out.texts(name, it.dice().pick(Words.PRODUCTS), it.dice().pick(Words.PRODUCTS))),
          CustomAttribute.of(
                  "orderId",
                  "string",
                  (out, name, it) -> out.text(name, it.idOf(Kind.KOBJECT, it.ordinal() / 5 * 5L)))
              .pointingAt(Klass.ORDER));
  private static final List<CustomAttribute> MESSAGE =
      List.of(
          choice("campaignStr", "string", "spring", "winter"),
          amount("botConfidenceNum", 100),
          flag("templateUsedBool"));
  private static final List<CustomAttribute> NOTE = List.of(flag("internalBool"));
  private static final List<CustomAttribute> COMPANY =
      List.of(
          choice("segmentStr", "string", "retail", "wholesale"),
          count("seatsNum", 900),
          time("renewalAt"));
  private static final List<CustomAttribute> USER =
      List.of(choice("officeStr", "string", "Leeds", "Lisbon"), count("badgeNum", 9000));
  private static final List<CustomAttribute> ORDER =
      List.of(
          choice("orderStatusStr", "string", "paid", "shipped", "canceled"),
          count("orderNumberNum", 900_000),
          amount("totalPriceNum", 90_000),
          choice("currencyStr", "string", "EUR", "USD", "GBP"),
          time("orderUpdatedAt"),
          flag("refundedBool"),
          choice("trackingUrl", "string", "https://track.example.org/parcel"),
          choice("specialInstructionsTxt", "string", "Leave with a neighbor", "Ring twice"));
  private static final List<CustomAttribute> RETURN =
      List.of(
          choice("returnReasonTree", "tree", "size.too_small", "damage.transport"),
          amount("refundTotalNum", 60_000),
          time("receivedAt"),
          CustomAttribute.of(
              "ecomm-order_orderId",
              "string",
              (out, name, it) -> out.text(name, it.idOf(Kind.KOBJECT, it.ordinal() / 5 * 5L))));
  private static final List<CustomAttribute> SUBSCRIPTION =
      List.of(
          choice("planStr", "string", "monthly", "yearly"),
          amount("priceNum", 9_900),
          time("nextBillingAt"),
          flag("pausedBool"));

  private static final Map<Klass, List<CustomAttribute>> KOBJECT =
      Map.of(Klass.ORDER, ORDER, Klass.RETURN, RETURN, Klass.SUBSCRIPTION, SUBSCRIPTION);

  private CustomAttributes() {}

  public static List<CustomAttribute> on(Kind kind, @Nullable Klass klass) {
    return switch (kind) {
      case CUSTOMER -> CUSTOMER;
      case CONVERSATION -> CONVERSATION;
      case MESSAGE -> MESSAGE;
      case NOTE -> NOTE;
      case COMPANY -> COMPANY;
      case USER -> USER;
      case KOBJECT -> klass == null ? List.of() : KOBJECT.getOrDefault(klass, List.of());
      default -> List.of();
    };
  }

  /** Some attributes are missing from a record and others are null, as at Kustomer. */
  public static void write(JsonOut out, Subject it) {
    out.open("custom");
    for (CustomAttribute attribute : on(it.kind(), it.version().klass())) {
      int chance = it.dice().below(10);
      if (chance == 0) {
        out.none(attribute.name());
      } else if (chance > 1) {
        attribute.value().write(out, attribute.name(), it);
      }
    }
    out.close();
  }
}
