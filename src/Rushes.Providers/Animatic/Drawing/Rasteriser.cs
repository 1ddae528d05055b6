using System.Text;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>
/// Draws sheets by ffmpeg's librsvg decoder, two at a time at most: each holds some 90 MB while it works. What was drawn once comes from the store. A press
/// that has had nothing to draw for a moment is closed.
/// </summary>
internal sealed class Rasteriser : IDisposable
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly MediaPrograms _programs;
    private readonly LayerStore _store;
    private readonly SemaphoreSlim _slots = new(Math.Clamp(Environment.ProcessorCount, 1, AtOnce));
    private readonly Stack<SvgPress> _idle = new();
    private readonly ITimer _rest;

    public Rasteriser(MediaPrograms programs, LayerStore store, TimeProvider time)
    {
        (_programs, _store) = (programs, store);
        _rest = time.CreateTimer(_ => CloseIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>One result a cut, in order; null where nothing is visible.</summary>
    /// <exception cref="MediaException">ffmpeg could not draw the sheet.</exception>
    public async Task<IReadOnlyList<Developed?>> DrawAsync(DrawOrder order, CancellationToken cancellation)
    {
        var digest = order.Digest();
        if (_store.Find(digest, order.Cuts.Count) is { } kept)
            return kept;
        await _slots.WaitAsync(cancellation);
        try
        {
            using var sheet = new Surface(order.Width, order.Height);
            await RasteriseAsync(order.Svg, sheet, cancellation);
            sheet.EnsurePremultiplied();
            var developed = order.Cuts.Select(cut => Develop(sheet, cut, order.Look)).ToList();
            _store.Keep(digest, developed);
            return developed;
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose()
    {
        _rest.Dispose();
        CloseIdle();
        _slots.Dispose();
    }

    private static Developed? Develop(Surface sheet, SheetCut cut, Look look)
    {
        var part = sheet.Part(cut.Box);
        return cut.Exact is { } exact ? Developer.DevelopExactly(part, exact, look) : Developer.Develop(part, look);
    }

    private async Task RasteriseAsync(string svg, Surface sheet, CancellationToken cancellation)
    {
        var press = Take(Encoding.UTF8.GetByteCount(svg));
        try
        {
            await press.DrawAsync(svg, sheet, cancellation);
        }
        catch
        {
            await press.DisposeAsync();
            throw;
        }

        GiveBack(press);
    }

    private SvgPress Take(int length)
    {
        lock (_idle)
        {
            while (length <= SvgPress.UsualRoom && _idle.TryPop(out var press))
            {
                if (press.IsReady)
                    return press;
            }
        }

        return new SvgPress(_programs, Math.Max(length, SvgPress.UsualRoom));
    }

    private void GiveBack(SvgPress press)
    {
        lock (_idle)
            _idle.Push(press);
        _rest.Change(Patience, Timeout.InfiniteTimeSpan);
    }

    private void CloseIdle()
    {
        lock (_idle)
        {
            while (_idle.TryPop(out var press))
                _ = press.DisposeAsync().AsTask();
        }
    }
}
