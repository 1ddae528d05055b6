using Rushes.Engine.Library;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing;

/// <summary>The seam to whoever writes scripts: the built-in writer and language models.</summary>
public interface IScriptWriter
{
    /// <summary>The name for <c>--writer</c>, such as <c>builtin</c>.</summary>
    string Name { get; }

    /// <summary>What writing would take; nothing is asked for.</summary>
    /// <returns>Null when it writes for nothing, or was paid for it before.</returns>
    Task<WritingForecast?> ForecastAsync(WritingOrder order, CancellationToken cancellation) => Task.FromResult<WritingForecast?>(null);

    /// <summary>
    /// Writes the whole script; scenes are told as they are finished, in whatever order they come, so that people can read along.
    /// </summary>
    /// <exception cref="Rushes.Film.MistakeException">This writer cannot write what was asked for, such as another language; or nobody answered.</exception>
    Task<Script> WriteAsync(WritingOrder order, IProgress<WritingNews>? news, CancellationToken cancellation);

    /// <summary>What writing a scene anew would cost, an estimate; nothing is asked for.</summary>
    Task<CostShare> PriceAsync(RewriteOrder order, CancellationToken cancellation) => Task.FromResult(CostShare.Nothing);

    /// <summary>Writes a scene anew, another one that fits between its neighbours.</summary>
    /// <returns>The script with that scene, signed for what this alone took; unsigned when it was written for nothing.</returns>
    /// <exception cref="Rushes.Film.MistakeException">This writer cannot write what was asked for, or nobody answered; the script stays as it is.</exception>
    Task<Script> RewriteAsync(RewriteOrder order, IProgress<WritingNews>? news, CancellationToken cancellation);
}
