using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace HackLab.Notebooks.Tests.Browser;

/// <summary>Jupyter's classic notebook page, worked as a learner does: its menus and buttons; and read as one sees it.</summary>
internal sealed class ClassicNotebook(IPage page)
{
    /// <summary>Opens a notebook and waits until its kernel can take cells.</summary>
    public async Task OpenAsync(string address)
    {
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded");
        await page.WaitForFunctionAsync("() => Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected() && Jupyter.notebook.kernel.info_reply.implementation");
    }

    /// <summary>What the kernel calls itself.</summary>
    public Task<string> KernelAsync() => page.EvaluateAsync<string>("() => Jupyter.notebook.kernel.info_reply.implementation");

    /// <summary>Cell → Run All, and waits until no cell is running or waiting.</summary>
    public async Task RunAllAsync()
    {
        await page.ClickAsync("#celllink");
        await page.ClickAsync("#run_all_cells a");
        await WaitUntilDoneAsync();
    }

    /// <summary>Every code cell that has something in it has its number, and none shows a star.</summary>
    public Task WaitUntilDoneAsync() => page.WaitForFunctionAsync("""
        () => Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code' && c.get_text() !== '')
            .every(c => typeof c.input_prompt_number === 'number' && !c.element.hasClass('running'))
        """);

    /// <summary>Adds a code cell at the end.</summary>
    /// <returns>Its index.</returns>
    public Task<int> AppendAsync(string code) => page.EvaluateAsync<int>("""
        code => {
            const notebook = Jupyter.notebook, index = notebook.ncells();
            notebook.insert_cell_at_index('code', index).set_text(code);
            return index;
        }
        """, code);

    /// <summary>Selects a cell and presses the Run button; does not wait for it.</summary>
    public async Task RunAsync(int index)
    {
        await page.EvaluateAsync("index => Jupyter.notebook.select(index)", index);
        await page.ClickAsync("#run_int button[data-jupyter-action='jupyter-notebook:run-cell-and-select-next']");
    }

    /// <summary>Presses the ■ button.</summary>
    public Task InterruptAsync() => page.ClickAsync("#run_int button[data-jupyter-action='jupyter-notebook:interrupt-kernel']");

    /// <summary>Waits until a cell's output contains a text.</summary>
    public Task WaitForOutputAsync(int index, string text) =>
        page.WaitForFunctionAsync("([index, text]) => Jupyter.notebook.get_cell(index).output_area.element.text().includes(text)", new object[] { index, text });

    /// <summary>Waits until a cell has ended.</summary>
    public Task WaitForEndAsync(int index) =>
        page.WaitForFunctionAsync("index => typeof Jupyter.notebook.get_cell(index).input_prompt_number === 'number'", index);

    /// <summary>A cell's output as text.</summary>
    public Task<string> OutputAsync(int index) => page.EvaluateAsync<string>("index => Jupyter.notebook.get_cell(index).output_area.element.text()", index);

    /// <summary>Code cells in order.</summary>
    public async Task<IReadOnlyList<ShownCell>> CodeCellsAsync()
    {
        string json = await page.EvaluateAsync<string>("""
            () => JSON.stringify(Jupyter.notebook.get_cells().map((cell, index) => ({cell, index})).filter(x => x.cell.cell_type === 'code').map(x => ({
                Id: x.cell.id || '', Index: x.index, Number: typeof x.cell.input_prompt_number === 'number' ? x.cell.input_prompt_number : null,
                HasError: x.cell.output_area.outputs.some(o => o.output_type === 'error' || o.name === 'stderr'),
                Text: x.cell.output_area.element.text(),
                Figures: x.cell.output_area.element.find('svg').get().map(svg => {
                    const box = svg.getBoundingClientRect();
                    return {Width: box.width, Height: box.height, Marks: svg.querySelectorAll('path, rect, line').length,
                        Texts: svg.querySelectorAll('text').length, Title: svg.querySelector('title').textContent,
                        IsShown: svg.checkVisibility({opacityProperty: true, visibilityProperty: true})};
                }),
            })))
            """);
        return JsonSerializer.Deserialize<ShownCell[]>(json)!;
    }

    /// <summary>The prompts of the code cells and what the page says of the kernel; tells why a test failed.</summary>
    public Task<string> StateAsync() => page.EvaluateAsync<string>("""
        () => !window.Jupyter || !Jupyter.notebook ? document.title : JSON.stringify({
            prompts: Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code').map(c => [c.input_prompt_number, c.element.hasClass('running')]),
            kernel: Jupyter.notebook.kernel && Jupyter.notebook.kernel.info_reply,
            dialog: document.querySelector('.modal-body') && document.querySelector('.modal-body').innerText,
        })
        """);

    /// <summary>From now on, notes the title and description of every figure that a cell shows, one after the other.</summary>
    public Task WatchFiguresAsync(int index) => page.EvaluateAsync("""
        index => {
            const seen = window.hacklabSeen = [], output = Jupyter.notebook.get_cell(index).output_area.element[0];
            new MutationObserver(() => output.querySelectorAll('svg').forEach(svg => {
                const text = svg.querySelector('desc').textContent;
                if (!seen.includes(text)) seen.push(text);
            })).observe(output, {childList: true, subtree: true});
        }
        """, index);

    /// <summary>What <see cref="WatchFiguresAsync"/> noted.</summary>
    public Task<string[]> FiguresSeenAsync() => page.EvaluateAsync<string[]>("() => window.hacklabSeen");

    /// <summary>The index of the code cell whose source contains a text.</summary>
    public async Task<int> FindAsync(string source)
    {
        int index = await page.EvaluateAsync<int>("source => Jupyter.notebook.get_cells().findIndex(c => c.cell_type === 'code' && c.get_text().includes(source))", source);
        return index >= 0 ? index : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"No code cell contains '{source}'."));
    }

    /// <summary>Scrolls so that a cell is near the top.</summary>
    public Task ScrollToAsync(int index) => page.EvaluateAsync("""
        index => {
            document.activeElement.blur();
            Jupyter.notebook.get_cells().forEach(c => c.unselect());
            Jupyter.notebook.get_cell(index).element[0].scrollIntoView({block: 'start', behavior: 'instant'});
        }
        """, index);
}

/// <summary>A code cell as the page shows it.</summary>
internal sealed record ShownCell(string Id, int Index, int? Number, bool HasError, string Text, ShownFigure[] Figures);

/// <summary>A figure as the page shows it.</summary>
internal sealed record ShownFigure(double Width, double Height, int Marks, int Texts, string Title, bool IsShown);
