package io.github.tapkustomer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KlassStreamNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"order", "loyalty_tier", "order_", "__"})
  void isTheKlassIfThatFits(String klass) {
    assertThat(KlassStreamName.of(klass)).isEqualTo("kobjects_" + klass);
  }

  /** States and tables of earlier runs have these names: a change here loses them. */
  @ParameterizedTest
  @CsvSource({
    "order1, kobjects_order_pnsfwqpz",
    "Order, kobjects_order_cprchsjt",
    "ecomm-return, kobjects_ecomm_return_dnzmtvxf",
    "2, kobjects_qlqzmjkr",
    "заказ, kobjects_qrklmhlg"
  })
  void hasALastingSuffixIfTheKlassDoesNotFit(String klass, String name) {
    assertThat(KlassStreamName.of(klass)).isEqualTo(name);
  }

  @Test
  void keepsSimilarKlassesApart() {
    List<String> klasses =
        List.of(
            "order",
            "Order",
            "ORDER",
            "order1",
            "order2",
            "order-",
            "order_",
            "order.",
            " order",
            "-order",
            "1order",
            "or der",
            "or-der",
            "or_der",
            "注文",
            "订单",
            "주문",
            "طلب",
            "Ордер",
            "é",
            "e\u0301",
            "\uD83D\uDE00",
            "1",
            "2",
            "-",
            "_");

    assertThat(klasses.stream().map(KlassStreamName::of))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("kobjects_[a-z_]+"));
  }

  @Test
  void keepsManyKlassesOfOneScriptApart() {
    List<String> names =
        IntStream.range(0, 10_000).mapToObj(number -> KlassStreamName.of("注文" + number)).toList();

    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void keepsAKlassApartThatIsCalledAsAnotherKlassesStream() {
    String other = KlassStreamName.of("order1");

    assertThat(KlassStreamName.of(other.substring("kobjects_".length()))).isNotEqualTo(other);
  }
}
