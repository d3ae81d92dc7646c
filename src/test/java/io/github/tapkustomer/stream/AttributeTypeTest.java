package io.github.tapkustomer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeTypeTest {
  @ParameterizedTest
  @CsvSource({
    "lifetimeValueNum, NUMBER",
    "vipBool, BOOLEAN",
    "ecomm-order_shippedAt, DATE_TIME",
    "nameStr, TEXT",
    "noteTxt, TEXT",
    "siteUrl, TEXT",
    "orderId, TEXT",
    "reasonTree, TEXT"
  })
  void isSetByTheSuffix(String attribute, AttributeType type) {
    assertThat(AttributeType.bySuffix(ColumnNames.of(attribute))).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"str", "format", "at", "number", "HAT"})
  void isNotSetByOtherEndings(String attribute) {
    assertThat(AttributeType.bySuffix(ColumnNames.of(attribute))).isEmpty();
  }
}
