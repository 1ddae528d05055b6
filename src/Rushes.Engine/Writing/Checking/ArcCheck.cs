using Rushes.Engine.Texts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>The feelings move.</summary>
internal sealed class ArcCheck : IScriptCheck
{
    private const int LeastScenes = 3;
    private const double LeastHeight = 0.4;
    private const double Standstill = 0.05;

    // Scenes in a row that may feel the same.
    private const int Patience = 4;

    public IEnumerable<ScriptWarning> Find(Draft draft)
    {
        var heights = draft.Script.Scenes.Select(scene => scene.Intensity).ToList();
        if (!draft.IsWritten || heights.Count < LeastScenes)
            yield break;
        var span = heights.Max() - heights.Min();
        if (span < LeastHeight)
        {
            yield return new(null, WarningKinds.Arc, Sentence.Of("script.check-flat", Math.Round(heights.Min(), 2), Math.Round(heights.Max(), 2)), []);
            yield break;
        }

        var still = 1;
        for (var i = 1; i < heights.Count; i++)
        {
            still = Math.Abs(heights[i] - heights[i - 1]) < Standstill ? still + 1 : 1;
            if (still == Patience + 1)
                yield return new(i + 1, WarningKinds.Arc, Sentence.Of("script.check-still", i + 1 - Patience, i + 1), []);
        }
    }
}
