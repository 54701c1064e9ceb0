package tenfold.app.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tenfold.app.canvas.NodeText;
import tenfold.app.charts.DecompositionChart;
import tenfold.app.charts.DesignPicture;
import tenfold.app.charts.DifferenceChart;
import tenfold.app.charts.Growth;
import tenfold.app.charts.GrowthChart;
import tenfold.app.charts.ParetoChart;
import tenfold.app.charts.RunsChart;
import tenfold.app.charts.SweepChart;
import tenfold.app.charts.TheoryText;
import tenfold.app.experiment.Finding.Command;
import tenfold.app.experiment.Finding.Figure;
import tenfold.app.experiment.Finding.Heading;
import tenfold.app.experiment.Finding.Part;
import tenfold.app.experiment.Finding.Table;
import tenfold.app.experiment.Finding.Words;
import tenfold.app.look.EngineText;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.PartText;
import tenfold.app.look.ScenarioText;
import tenfold.app.look.Texts;
import tenfold.component.Families;
import tenfold.experiment.Attempt;
import tenfold.experiment.Comparison;
import tenfold.experiment.Comparison.Difference;
import tenfold.experiment.Decomposition;
import tenfold.experiment.Setting;
import tenfold.experiment.TheoryGhost;
import tenfold.run.Bill;
import tenfold.run.Experiment.Summary;
import tenfold.run.Result;
import tenfold.scenario.PriceList;
import tenfold.scenario.Scenario;
import tenfold.stats.Interval;
import tenfold.stats.Tally;

/// Puts into words, tables and charts what experiments have found.
public final class Findings {
  private static final String NONE = "–";
  private static final double CHART_HEIGHT = 400;
  private static final Ink[] SERIES = {Ink.SLOW, Ink.SERVER, Ink.HIT, Ink.TIMED_OUT, Ink.DATABASE, Ink.FAILED};

  private Findings() {}

  /// How many runs, of what length, and from which luck.
  static Words settings(Scenario scenario, int replications, long seed) {
    return new Words(Texts.get("finding.settings", Numbers.count(replications),
        Numbers.duration(scenario.lengthSeconds()), Numbers.duration(scenario.warmUpSeconds()),
        Long.toString(seed)), false);
  }

  /// Several runs of one design.
  ///
  /// @param runs each run
  public static Finding replicated(Scenario scenario, Summary summary, List<Result> runs, PriceList prices,
      int replications, long seed) {
    var parts = new ArrayList<Part>();
    parts.add(new Words(Texts.get("finding.replicated", interval(summary.meanMs()), Numbers.millis(summary.p95Ms()),
        rate(summary.goodputPerSecond()), Numbers.exactPercent(summary.errorShare() + summary.timeoutShare())), true));
    parts.add(settings(scenario, replications, seed));
    if (summary.answered() > 0) {
      var chart = new RunsChart(List.of(
          row("chart.mean", Ink.DATABASE, runs, result -> result.responseTimes().meanMs()),
          row("chart.p95", Ink.SLOW, runs, result -> result.responseTimes().percentileMs(95))));
      parts.add(new Figure(Texts.get("chart.runs"), chart.height(), graphic -> chart.draw(graphic, Figure.WIDTH),
          List.of()));
    }
    parts.addAll(numbers(scenario, summary, prices));
    return new Finding(Texts.get("finding.title.replicated", ScenarioText.title(scenario)), parts);
  }

  private static RunsChart.Row row(String key, Ink ink, List<Result> runs, ToDoubleFunction<Result> value) {
    var known = runs.stream().filter(result -> result.answered() > 0).mapToDouble(value).boxed().toList();
    var tally = new Tally();
    known.forEach(tally::add);
    return new RunsChart.Row(Texts.get(key), ink, known, Interval.ofMean(tally, 0.95));
  }

  /// One design with several values of something.
  ///
  /// @param settings what was varied
  /// @param values the values at each point
  /// @param rows what each point came to
  public static Finding swept(Scenario scenario, List<Setting> settings, List<List<Object>> values, List<Summary> rows,
      List<Bill> bills, int replications, long seed) {
    var parts = new ArrayList<Part>();
    parts.add(settings(scenario, replications, seed));
    var chart = sweepChart(settings, values, rows);
    parts.add(new Figure(chart.title(), CHART_HEIGHT,
        graphic -> chart.draw(graphic, Figure.WIDTH, CHART_HEIGHT), chart.table()));
    var heads = Stream.concat(settings.stream().map(Setting::target), Stream.of("mean", "p95", "p99", "goodput",
        "errors", "timeouts", "cost").map(key -> Texts.get("finding.column." + key))).toList();
    var cells = IntStream.range(0, rows.size()).mapToObj(i -> Stream.concat(
        values.get(i).stream().map(Findings::value), row(rows.get(i), bills.get(i))).toList()).toList();
    parts.add(new Table(heads, cells));
    return new Finding(Texts.get("finding.title.swept", ScenarioText.title(scenario),
        String.join(", ", settings.stream().map(Setting::target).toList())), parts);
  }

  private static Stream<String> row(Summary row, Bill bill) {
    return Stream.of(interval(row.meanMs()), between(row.p95Ms(), row.p95HalfWidthMs()), Numbers.millis(row.p99Ms()),
        rate(row.goodputPerSecond()), Numbers.exactPercent(row.errorShare()), Numbers.exactPercent(row.timeoutShare()),
        Numbers.dollars(bill.perMonth()));
  }

  /// The last setting runs along the axis; each combination of the others has a line of its own.
  static SweepChart sweepChart(List<Setting> settings, List<List<Object>> values, List<Summary> rows) {
    var last = settings.getLast();
    var axis = last.values().stream().map(Setting::text).toList();
    int length = axis.size();
    var lines = new ArrayList<SweepChart.Line>();
    for (int from = 0; from < rows.size(); from += length) {
      var part = rows.subList(from, from + length);
      double[] p95 = part.stream().mapToDouble(Summary::p95Ms).toArray();
      double[] p95Half = part.stream().mapToDouble(Summary::p95HalfWidthMs).toArray();
      if (rows.size() == length) {
        lines.add(new SweepChart.Line(Texts.get("chart.mean"), Ink.DATABASE, false,
            part.stream().mapToDouble(row -> row.meanMs().mean()).toArray(),
            part.stream().mapToDouble(row -> row.meanMs().halfWidth()).toArray()));
        lines.add(new SweepChart.Line(Texts.get("chart.p95"), Ink.SLOW, false, p95, p95Half));
      } else {
        int series = from / length;
        lines.add(new SweepChart.Line(name(settings, values.get(from)), SERIES[series % SERIES.length],
            series >= SERIES.length, p95, p95Half));
      }
    }
    var label = last.parameter()
        .map(parameter -> Texts.get("chart.axis", last.target(), PartText.withUnit(parameter)))
        .orElseGet(() -> Texts.get("chart.families"));
    return new SweepChart(Texts.get(rows.size() == length ? "chart.sweep" : "chart.sweep.p95", label), label, axis,
        lines);
  }

  /// What all settings but the last are set to.
  private static String name(List<Setting> settings, List<Object> values) {
    return String.join(", ", IntStream.range(0, settings.size() - 1)
        .mapToObj(i -> settings.get(i).target() + "=" + value(values.get(i))).toList());
  }

  /// What response times are made of.
  ///
  /// @param columns at rising numbers of families
  static Finding decomposed(Scenario scenario, List<Decomposition> columns, int replications, long seed) {
    var chart = new DecompositionChart(columns);
    var parts = new ArrayList<Part>();
    columns.stream().filter(column -> column.sampled() > 0).reduce((_, last) -> last).ifPresent(last ->
        parts.add(new Words(Texts.get("finding.parts", Numbers.count(last.families()), interval(last.meanMs()),
            written(last.waitingShare(), false, Numbers::exactPercent), largest(last)), true)));
    parts.add(settings(scenario, replications, seed));
    parts.add(new Figure(Texts.get("chart.parts"), CHART_HEIGHT,
        graphic -> chart.draw(graphic, Figure.WIDTH, CHART_HEIGHT), chart.table()));
    parts.add(new Words(Texts.get("finding.parts.how"), false));
    parts.add(new Table(Stream.of("families", "sampled", "mean", "waits").map(key ->
        Texts.get("finding.column." + key)).toList(), columns.stream().map(column -> List.of(
            Numbers.count(column.families()), Numbers.count(column.sampled()), interval(column.meanMs()),
            written(column.waitingShare(), false, Numbers::exactPercent))).toList()));
    parts.add(new Table(Stream.of("families", "part", "mean", "share").map(key ->
        Texts.get("finding.column." + key)).toList(), columns.stream().flatMap(column -> column.layers().stream()
            .filter(layer -> chart.parts().contains(layer.part()))
            .sorted(Comparator.comparingDouble(column::share).reversed())
            .map(layer -> List.of(Numbers.count(column.families()), DecompositionChart.name(layer.part()),
                interval(layer.ms()), Numbers.exactPercent(column.share(layer))))).toList()));
    return new Finding(Texts.get("finding.title.parts", ScenarioText.title(scenario)), parts);
  }

  private static String largest(Decomposition column) {
    return column.layers().stream().max(Comparator.comparingDouble(column::share))
        .map(layer -> Texts.get("parts.end", DecompositionChart.name(layer.part()),
            Numbers.percent(column.share(layer)))).orElse("");
  }

  /// Two designs against each other.
  ///
  /// @param first name of the first
  /// @param second name of the second
  public static Finding compared(String first, String second, Scenario scenario, Comparison comparison, Bill firstBill,
      Bill secondBill, int replications, long seed) {
    var parts = new ArrayList<Part>();
    parts.add(new Words(verdict(second, comparison), true));
    parts.add(settings(scenario, replications, seed));
    parts.add(new Words(Texts.get("finding.sameLuck"), false));
    var chart = new DifferenceChart(comparison.differences());
    parts.add(new Figure(Texts.get("chart.difference"), chart.height(), graphic -> chart.draw(graphic, Figure.WIDTH),
        List.of()));
    var rows = new ArrayList<List<String>>();
    comparison.differences().forEach(one -> rows.add(List.of(Texts.get("measure." + one.measure()),
        value(one, one.first()), value(one, one.second()), value(one, one.difference()),
        Texts.get("verdict." + one.verdict()))));
    rows.add(List.of(Texts.get("finding.column.cost"), Numbers.dollars(firstBill.perMonth()),
        Numbers.dollars(secondBill.perMonth()),
        signed(secondBill.perMonth() - firstBill.perMonth(), Numbers::dollars), ""));
    parts.add(new Table(List.of("", first, second, Texts.get("finding.column.difference"),
        Texts.get("finding.column.verdict")), rows));
    return new Finding(Texts.get("finding.title.compared", first, second), parts);
  }

  private static String verdict(String second, Comparison comparison) {
    if (!comparison.differs()) {
      return Texts.get("finding.noDifference");
    }
    var better = named(comparison, Difference.Verdict.BETTER);
    var worse = named(comparison, Difference.Verdict.WORSE);
    if (worse.isEmpty()) {
      return Texts.get("finding.better", second, better);
    }
    return better.isEmpty() ? Texts.get("finding.worse", second, worse)
        : Texts.get("finding.mixed", second, better, worse);
  }

  private static String named(Comparison comparison, Difference.Verdict verdict) {
    return String.join(", ", comparison.differences().stream().filter(one -> one.verdict() == verdict)
        .map(one -> Texts.get("measure." + one.measure())).toList());
  }

  /// The board of attempts.
  public static Finding board(List<Attempt> attempts) {
    var best = Attempt.best(attempts);
    var chart = new ParetoChart(attempts);
    var rows = attempts.stream().map(attempt -> List.of(attempt.name(), Numbers.dollars(attempt.dollarsPerMonth()),
        Numbers.millis(attempt.p95Ms()), Numbers.perSecond(attempt.goodputPerSecond()),
        best.contains(attempt) ? Texts.get("board.best") : Texts.get("board.beaten", beater(attempt, attempts))))
        .toList();
    return new Finding(Texts.get("board.title"), List.of(
        new Figure(Texts.get("chart.pareto"), CHART_HEIGHT, graphic -> chart.draw(graphic, Figure.WIDTH, CHART_HEIGHT),
            List.of()),
        new Table(Stream.of("attempt", "cost", "p95", "goodput", "place")
            .map(key -> Texts.get("finding.column." + key)).toList(), rows)));
  }

  private static String beater(Attempt attempt, List<Attempt> attempts) {
    return attempts.stream().filter(attempt::isDominatedBy).map(Attempt::name).findFirst().orElse("");
  }

  /// Everything about one design: its drawing, its numbers, its growth, and what theory says of it.
  ///
  /// @param growth results at rising numbers of families
  /// @param present results with the scenario's own
  /// @param command what repeats it
  public static Finding report(Scenario scenario, Summary present, List<Summary> growth, PriceList prices,
      int replications, long seed, String command, String digest) {
    var parts = new ArrayList<Part>();
    parts.add(new Words(ScenarioText.description(scenario), true));
    double height = DesignPicture.height(scenario.topology(), Figure.WIDTH, 520);
    parts.add(new Figure(Texts.get("finding.design"), height,
        graphic -> DesignPicture.draw(scenario.topology(), node ->
            NodeText.subtitle(node, node.component().instances(), Double.NaN), graphic, Figure.WIDTH, height),
        List.of()));
    parts.add(settings(scenario, replications, seed));
    parts.add(new Heading(Texts.get("finding.numbers", Numbers.count(present.families()))));
    parts.addAll(numbers(scenario, present, prices));
    parts.add(new Heading(Texts.get("chart.growth")));
    var ghost = TheoryGhost.of(scenario, growth);
    var curve = Growth.measured(ScenarioText.title(scenario), growth).with(ghost);
    parts.add(new Figure(Texts.get("chart.growth"), 520,
        graphic -> GrowthChart.draw(curve, graphic, 0, 0, Figure.WIDTH, 520), List.of()));
    parts.add(new Table(Stream.concat(Stream.of(Texts.get("finding.column.families")),
        Stream.of("mean", "p95", "p99", "goodput", "errors", "timeouts", "cost")
            .map(key -> Texts.get("finding.column." + key))).toList(),
        growth.stream().map(row -> Stream.concat(Stream.of(Numbers.count(row.families())),
            row(row, Bill.of(scenario.topology(), row, prices))).toList()).toList()));
    parts.add(new Heading(Texts.get("finding.theory")));
    parts.addAll(theory(ghost, growth));
    parts.add(new Heading(Texts.get("finding.repeat")));
    parts.add(new Command(command));
    parts.add(new Words(Texts.get("finding.digest", digest), false));
    return new Finding(ScenarioText.title(scenario), parts);
  }

  private static List<Part> theory(TheoryGhost ghost, List<Summary> growth) {
    if (ghost.centres().isEmpty()) {
      return List.of(new Words(TheoryText.caption(ghost), false));
    }
    var parts = new ArrayList<Part>();
    parts.add(new Words(Texts.get(ghost.isOpen() ? "finding.theory.open" : "finding.theory.closed",
        ghost.bottleneck().name(), Numbers.millis(1e3 * ghost.bottleneck().demandSeconds()),
        Numbers.perSecond(ghost.mostThroughput()),
        ghost.isOpen() ? "" : Numbers.count(Math.round(ghost.saturationFamilies())),
        Numbers.count(ghost.measuredAt()), Numbers.millis(1e3 * ghost.delaySeconds())), false));
    parts.add(new Table(Stream.of("part", "demand", "servers", "perServer").map(key ->
        Texts.get("finding.column." + key)).toList(),
        ghost.centres().stream().map(centre -> List.of(centre.name(), Numbers.millis(1e3 * centre.demandSeconds()),
            centre.copies() == 1 ? Integer.toString(centre.servers())
                : Texts.get("finding.copies", centre.copies(), centre.servers()),
            Numbers.millis(1e3 * centre.secondsPerServer()))).toList()));
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < growth.size(); i++) {
      var point = ghost.points().get(i);
      rows.add(List.of(Numbers.count(point.families()), Numbers.millis(growth.get(i).meanMs().mean()),
          Numbers.millis(point.networkMs()), Numbers.millis(point.bottleneckMs()), Numbers.millis(point.leastMs()),
          point.balanced().map(bounds -> Texts.get("chart.between", Numbers.millis(bounds.leastMs()),
              Numbers.millis(bounds.mostMs()))).orElse(NONE),
          TheoryText.failing(point)));
    }
    parts.add(new Table(Stream.of("families", "measured", "network", "bottleneck", "bound", "balanced", "fails")
        .map(key -> Texts.get("finding.column." + key)).toList(), rows));
    parts.add(new Words(Texts.get("finding.theory.sources"), false));
    return parts;
  }

  private static List<Part> numbers(Scenario scenario, Summary summary, PriceList prices) {
    var bill = Bill.of(scenario.topology(), summary, prices);
    var parts = new ArrayList<Part>();
    parts.add(new Table(Stream.of("measure", "value").map(key -> Texts.get("finding.column." + key)).toList(), List.of(
        List.of(Texts.get("measure.meanMs"), interval(summary.meanMs())),
        List.of(Texts.get("measure.p50Ms"), Numbers.millis(summary.p50Ms())),
        List.of(Texts.get("measure.p95Ms"), between(summary.p95Ms(), summary.p95HalfWidthMs())),
        List.of(Texts.get("measure.p99Ms"), Numbers.millis(summary.p99Ms())),
        List.of(Texts.get("measure.goodputPerSecond"), rate(summary.goodputPerSecond())),
        List.of(Texts.get("measure.errorShare"), Numbers.exactPercent(summary.errorShare())),
        List.of(Texts.get("measure.timeoutShare"), Numbers.exactPercent(summary.timeoutShare())),
        List.of(Texts.get("finding.column.cost"), Numbers.dollars(bill.perMonth())),
        List.of(Texts.get("finding.column.requests"), Numbers.count(summary.requests())))));
    parts.add(new Table(Stream.of("part", "utilisation", "waiting", "response", "hits", "cost").map(key ->
        Texts.get("finding.column." + key)).toList(), summary.nodes().stream()
        .filter(node -> scenario.topology().node(node.name()).filter(one -> !(one.component() instanceof Families))
            .isPresent())
        .map(node -> List.of(node.name(), Numbers.exactPercent(node.utilisation()),
            String.format(Locale.ROOT, "%,.1f", node.meanQueueLength()), Numbers.millis(node.meanResponseMs()),
            Double.isNaN(node.hitShare()) ? NONE : Numbers.exactPercent(node.hitShare()),
            Numbers.dollars(bill.nodes().getOrDefault(node.name(), 0.0)))).toList()));
    var wrong = summary.wrong().counts().entrySet().stream().filter(entry -> entry.getValue() > 0)
        .map(entry -> List.of(Texts.get("wrong." + entry.getKey()), Numbers.count(entry.getValue()))).toList();
    if (!wrong.isEmpty()) {
      parts.add(new Table(List.of(Texts.get("chart.wrong"), Texts.get("finding.column.number")), wrong));
    }
    summary.stopped().ifPresent(reason ->
        parts.add(new Words(Texts.get("finding.stopped", EngineText.of(reason)), true)));
    return parts;
  }

  private static String value(Object value) {
    return value instanceof Integer number ? Numbers.count(number) : Setting.text(value);
  }

  private static String value(Difference difference, Interval interval) {
    boolean isDifference = interval.equals(difference.difference());
    return switch (difference.measure()) {
      case MEAN, P50, P95, P99 -> written(interval, isDifference, Numbers::millis);
      case GOODPUT, WRONG -> written(interval, isDifference, Numbers::perSecond);
      case ERRORS, TIMEOUTS -> written(interval, isDifference, Numbers::exactPercent);
    };
  }

  private static String written(Interval interval, boolean isSigned, java.util.function.DoubleFunction<String> unit) {
    if (Double.isNaN(interval.mean())) {
      return NONE;
    }
    var mean = isSigned ? signed(interval.mean(), unit) : unit.apply(interval.mean());
    return interval.halfWidth() > 0 ? Texts.get("chart.plusMinus", mean, unit.apply(interval.halfWidth())) : mean;
  }

  private static String signed(double value, java.util.function.DoubleFunction<String> unit) {
    return (value > 0 ? "+" : value < 0 ? "−" : "") + unit.apply(Math.abs(value));
  }

  private static String interval(Interval ms) {
    return between(ms.mean(), ms.halfWidth());
  }

  private static String between(double ms, double halfWidthMs) {
    return halfWidthMs > 0 ? Texts.get("chart.plusMinus", Numbers.millis(ms), Numbers.millis(halfWidthMs))
        : Numbers.millis(ms);
  }

  private static String rate(Interval perSecond) {
    return perSecond.halfWidth() > 0 ? Texts.get("chart.plusMinus", Numbers.perSecond(perSecond.mean()),
        Numbers.perSecond(perSecond.halfWidth())) : Numbers.perSecond(perSecond.mean());
  }
}
