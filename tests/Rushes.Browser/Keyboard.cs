namespace Rushes.Browser;

/// <summary>A visit by the keyboard alone: no mouse, and no focus but what the keys bring.</summary>
internal sealed class Keyboard(IPage page)
{
    /// <summary>Far more stops than any page of these tests has.</summary>
    private const int Endless = 400;

    /// <summary>Begins to look at the stops of a page. What is reached, and how each stop shows, is noted in the page.</summary>
    private const string Begin = """
        () => {
          const every = 'a[href], button, input, select, textarea, summary, video, [tabindex]';
          const named = part => `${part.outerHTML.slice(0, 120)} at ${scrollY}`;
          const seen = new Set();
          const faults = [];
          let last = null;
          const ringed = part => [part, part.parentElement].find(shown => { const look = getComputedStyle(shown); return look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2; });

          // The place of a ring that is not cut off by its surroundings, and the place that it has.
          const inSight = shown => {
            const look = getComputedStyle(shown);
            const grown = parseFloat(look.outlineWidth) + parseFloat(look.outlineOffset);
            const box = shown.getBoundingClientRect();
            const ring = { left: box.left - grown, top: box.top - grown, right: box.right + grown, bottom: box.bottom + grown };
            const place = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
            for (let around = shown.parentElement; around !== document.body; around = around.parentElement) {
              const { overflowX, contentVisibility, contain } = getComputedStyle(around);
              if (overflowX === 'visible' && contentVisibility !== 'auto' && !/content|paint|strict/.test(contain)) continue;
              const edge = around.getBoundingClientRect();
              [place.left, place.top] = [Math.max(place.left, edge.left), Math.max(place.top, edge.top)];
              [place.right, place.bottom] = [Math.min(place.right, edge.right), Math.min(place.bottom, edge.bottom)];
            }
            return ring.left >= place.left - 1 && ring.top >= place.top - 1 && ring.right <= place.right + 1 && ring.bottom <= place.bottom + 1;
          };

          const covered = part => {
            const box = part.getBoundingClientRect();
            const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
            return !hit || !(part.contains(hit) || hit.contains(part) || hit.closest('label')?.contains(part));
          };

          window.walk = {
            /** False: the round is over. */
            stop: () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
              const part = document.activeElement;
              if (part === document.body) return done(seen.size === 0);
              if (part === last) return done(true); // the buttons of a player are inside of it
              last = part;
              if (seen.has(part)) return done(false);
              seen.add(part);
              const shown = ringed(part);
              if (!part.matches(':focus-visible') || !shown) faults.push(`no ring: ${named(part)}`);
              else if (!inSight(shown)) faults.push(`the ring is cut off: ${named(part)}`);
              if (covered(part)) faults.push(`covered: ${named(part)}`);
              done(true);
            }))),

            /** What was wrong, and what was never reached. Of radio buttons the keys reach one. */
            end: () => [
              ...faults,
              ...[...document.querySelectorAll(every)]
                .filter(part => !part.disabled && part.type !== 'hidden' && !part.matches('[tabindex="-1"]:not(a, button, input, select, textarea)') && part.checkVisibility({ visibilityProperty: true }))
                .filter(part => !seen.has(part) && !(part.type === 'radio' && [...seen].some(other => other.name === part.name)))
                .map(part => `never reached: ${named(part)}`),
            ],
          };
        }
        """;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.InsertTextAsync(text);

    /// <summary>Goes on with Tab, or back with Shift-Tab, until it is there.</summary>
    public async Task ToAsync(string what, string key = "Tab")
    {
        for (var stop = 0; stop < Endless; stop++)
        {
            await PressAsync(key);
            if (await page.EvaluateAsync<bool>("what => document.activeElement.matches(what)", what))
                return;
        }

        Assert.Fail($"{page.Url}: {key} never reaches {what}");
    }

    /// <summary>Goes to a field and writes over what is in it.</summary>
    public async Task WriteAsync(string field, string text)
    {
        await ToAsync(field);
        await PressAsync("ControlOrMeta+A");
        await TypeAsync(text);
    }

    /// <summary>Chooses by the arrow keys.</summary>
    public async Task ChooseAsync(string list, string value)
    {
        await ToAsync(list);
        await PressAsync("Home");
        for (var look = 0; look < Endless && await page.Locator(list).InputValueAsync() != value; look++)
            await PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(list)).ToHaveValueAsync(value);
    }

    /// <summary>Presses a key that leads to another page, or to the same one anew, and waits until it is there.</summary>
    public async Task LeaveAsync(string key)
    {
        await page.EvaluateAsync("window.left = true");
        await PressAsync(key);
        await page.WaitForFunctionAsync("() => !window.left && document.readyState === 'complete'");
    }

    public Task HasFocusAsync(string what) => Assertions.Expect(page.Locator(what)).ToBeFocusedAsync();

    /// <summary>Goes once through the page that is open, by Tab from its beginning.</summary>
    /// <returns>Everything that is not reached, or does not show that it is.</returns>
    public async Task<IReadOnlyList<string>> WalkAsync()
    {
        await page.EvaluateAsync(Begin);
        for (var stop = 0; stop < Endless; stop++)
        {
            await PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("walk.stop()"))
                break;
        }

        return await page.EvaluateAsync<string[]>("walk.end()");
    }
}
