package io.github.tapkustomer.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class JsonLayoutTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger("metrics");

  @Test
  void givesAMetricAsAnObjectToo() throws Exception {
    JsonNode line = line(Level.INFO, "METRIC: {\"type\":\"counter\",\"value\":3}", null);

    assertThat(line.at("/metric_info/value").asInt()).isEqualTo(3);
    assertThat(line.path("message").asText()).startsWith("METRIC: ");
    assertThat(line.path("stream_name").asText()).isEqualTo("teams");
    assertThat(line.path("ts").decimalValue()).hasToString("1795507200.123");
  }

  @Test
  void describesAnExceptionInParts() throws Exception {
    JsonNode line = line(Level.WARN, "odd", new IllegalStateException("no \"way\""));

    assertThat(line.path("level").asText()).isEqualTo("warning");
    assertThat(line.at("/exception/type").asText()).isEqualTo("IllegalStateException");
    assertThat(line.at("/exception/module").asText()).isEqualTo("java.lang");
    assertThat(line.at("/exception/message").asText()).isEqualTo("no \"way\"");
    assertThat(line.at("/exception/traceback/0/filename").asText())
        .isEqualTo("JsonLayoutTest.java");
  }

  @Test
  void givesWhatElseAnEventCarriesAsExtra() throws Exception {
    LoggingEvent event = event(Level.INFO, "text", null);
    event.addKeyValuePair(new KeyValuePair("attempt", 2));

    assertThat(new ObjectMapper().readTree(new JsonLayout().doLayout(event)).path("extra"))
        .hasToString("{\"region\":\"eu\",\"attempt\":\"2\"}");
  }

  @Test
  void isAskedForByMeltanosVariableAlone() {
    assertThat(Logging.layout(Map.of("SINGER_SDK_LOG_CONFIG", "logging.yaml")))
        .isInstanceOf(JsonLayout.class);
    assertThat(Logging.layout(Map.of())).isInstanceOf(PlainLayout.class);
    assertThat(Logging.layout(Map.of("SINGER_SDK_LOG_CONFIG", " ")))
        .isInstanceOf(PlainLayout.class);
  }

  @Test
  void namesTheLineThatEndsARun() throws Exception {
    LoggingEvent event = event(Level.ERROR, "the end", null);
    event.addMarker(Logging.CRITICAL);
    JsonNode line = new ObjectMapper().readTree(new JsonLayout().doLayout(event));

    assertThat(line.path("level").asText()).isEqualTo("critical");
  }

  private static JsonNode line(Level level, String message, Throwable thrown) throws Exception {
    String text = new JsonLayout().doLayout(event(level, message, thrown));
    assertThat(text).endsWith("}\n").hasLineCount(1);
    return new ObjectMapper().readTree(text);
  }

  private static LoggingEvent event(Level level, String message, Throwable thrown) {
    LoggingEvent event = new LoggingEvent("", LOG, level, message, thrown, null);
    event.setInstant(Instant.ofEpochMilli(1_795_507_200_123L));
    event.setMDCPropertyMap(Map.of("stream", "teams", "region", "eu"));
    return event;
  }
}
