using System.Text;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>
/// Draws sheets by ffmpeg's librsvg decoder, one at a time, since that may hold 150 MB. What was drawn once comes from the store. A press
/// that has had nothing to draw for a moment is closed.
/// </summary>
internal sealed class Rasteriser : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly MediaPrograms _programs;
    private readonly LayerStore _store;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ITimer _rest;
    private SvgPress? _idle;

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
        await _turn.WaitAsync(cancellation);
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
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _rest.Dispose();
        CloseIdle();
        _turn.Dispose();
    }

    private static Developed? Develop(Surface sheet, SheetCut cut, Look look)
    {
        var part = sheet.Part(cut.Box);
        return cut.Exact is { } exact ? Developer.DevelopExactly(part, exact, look) : Developer.Develop(part, look);
    }

    private async Task RasteriseAsync(string svg, Surface sheet, CancellationToken cancellation)
    {
        var press = await TakeAsync(Encoding.UTF8.GetByteCount(svg));
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

    /// <summary>The press that is there, when it is still good for this, else a new one; it is ours until it is given back.</summary>
    private async Task<SvgPress> TakeAsync(int length)
    {
        var press = Interlocked.Exchange(ref _idle, null);
        if (press is { IsReady: true } && press.Room >= length)
            return press;
        if (press is not null)
            await press.DisposeAsync();
        return new SvgPress(_programs, Math.Max(length, SvgPress.UsualRoom));
    }

    private void GiveBack(SvgPress press)
    {
        Interlocked.Exchange(ref _idle, press);
        _rest.Change(Patience, Timeout.InfiniteTimeSpan);
    }

    private void CloseIdle() => _ = Interlocked.Exchange(ref _idle, null)?.DisposeAsync().AsTask();
}
