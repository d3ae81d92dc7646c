package io.github.tapkustomer.cli.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.util.Locale;

/** A line for Meltano's {@code structured-logging}: the fields of its SDK, in JSON. */
final class JsonLayout extends LayoutBase<ILoggingEvent> {
  private static final String METRIC = "METRIC: ";
  private static final String STREAM = "stream";

  private final long pid = ProcessHandle.current().pid();

  @Override
  public String doLayout(ILoggingEvent event) {
    String message = event.getFormattedMessage();
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("level", level(event));
    line.put("pid", pid);
    line.put("logger_name", event.getLoggerName());
    line.put("ts", BigDecimal.valueOf(event.getTimeStamp(), 3));
    line.put("thread_name", event.getThreadName());
    line.put("app_name", "tap-kustomer");
    line.put("stream_name", event.getMDCPropertyMap().get(STREAM));
    line.put("message", message);
    if (message.startsWith(METRIC)) {
      line.putRawValue("metric_info", new RawValue(message.substring(METRIC.length())));
    }
    if (event.getThrowableProxy() != null) {
      line.set("exception", exception(event.getThrowableProxy()));
    }
    line.set("extra", extra(event));
    return line + "\n";
  }

  /** What else the event carries; Meltano's SDK writes this member even if it is empty. */
  private static ObjectNode extra(ILoggingEvent event) {
    ObjectNode extra = JsonNodeFactory.instance.objectNode();
    event.getMDCPropertyMap().forEach(extra::put);
    extra.remove(STREAM);
    if (event.getKeyValuePairs() != null) {
      event.getKeyValuePairs().forEach(pair -> extra.put(pair.key, String.valueOf(pair.value)));
    }
    return extra;
  }

  /** The levels have Python's names. */
  private static String level(ILoggingEvent event) {
    String name = Logging.level(event).toLowerCase(Locale.ROOT);
    return name.equals("warn") ? "warning" : name;
  }

  private static ObjectNode exception(IThrowableProxy thrown) {
    ObjectNode exception = JsonNodeFactory.instance.objectNode();
    String name = thrown.getClassName();
    int dot = name.lastIndexOf('.');
    exception.put("type", name.substring(dot + 1));
    exception.put("module", dot < 0 ? "" : name.substring(0, dot));
    exception.put("message", thrown.getMessage());
    ArrayNode traceback = exception.putArray("traceback");
    for (StackTraceElementProxy frame : thrown.getStackTraceElementProxyArray()) {
      StackTraceElement at = frame.getStackTraceElement();
      traceback
          .addObject()
          .put("filename", at.getFileName())
          .put("function", at.getClassName() + "." + at.getMethodName())
          .put("lineno", at.getLineNumber())
          .put("line", at.toString());
    }
    if (thrown.getCause() != null) {
      exception.set("cause", exception(thrown.getCause()));
    }
    return exception;
  }
}
