package tenfold.app.charts;

import java.util.List;
import java.util.function.Supplier;
import tenfold.app.live.Workbench.Mark;
import tenfold.run.Point;
import tenfold.scenario.PriceList;

/// Where charts get what they show, each time they are painted.
///
/// @param points what the running system did, oldest first
/// @param marks edits and events
/// @param prices what things cost
/// @param growth the growth curve
public record ChartSource(Supplier<List<Point>> points, Supplier<List<Mark>> marks, Supplier<PriceList> prices,
    Supplier<Growth> growth) {}
