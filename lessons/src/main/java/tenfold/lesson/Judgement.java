package tenfold.lesson;

import tenfold.stats.Interval;

/// How a prediction compares with what was measured.
///
/// @param predictedMs the student's number, in milliseconds
/// @param measuredMs the mean response time with its 95 % interval, in milliseconds
/// @param replications runs that the interval rests on
/// @param isClose whether the prediction is within 20 % of the measured mean
/// @param feedback Markdown that fits the prediction
public record Judgement(
    double predictedMs, Interval measuredMs, int replications, boolean isClose, String feedback) {}
