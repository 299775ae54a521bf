"""Writes shapes.json: what PyTorch gives for the calls of ShapesTests, by name, with the inputs that Shapes.Values makes."""
import json
import os
import torch


def a(*sizes, n=101, k=37):
    """Whole numbers below n in a fixed disorder, minus n // 2, over 4: exact in float32."""
    count = 1
    for size in sizes:
        count *= size
    return (((torch.arange(count) * k + 11) % n - n // 2).float() / 4).reshape(sizes)


def i(*values):
    return torch.tensor(values)


def put(x, value, *index, accumulate=False):
    x = x.clone()
    if accumulate:
        return x.index_put(index, value, accumulate=True)
    x[index] = value
    return x


x = a(3, 4)
y = a(2, 3, 4)
z = a(2, 3, 4, 5)
v = a(7)
c = torch.complex(a(2, 3), a(2, 3, k=41))
m = y > 0
pad = torch.nn.functional.pad
s, sn, sp = slice, None, Ellipsis

cases = {
    "T": x.T,
    "mT": y.mT,
    "t": x.t(),
    "view": y.view(4, -1),
    "reshape transposed": y.transpose(0, 2).reshape(6, 4),
    "flatten": z.flatten(1, 2),
    "flatten all": z.flatten(),
    "unflatten": z.unflatten(3, (5, 1)),
    "permute": z.permute(2, 0, 3, 1).contiguous(),
    "permute last kept": z.permute(0, 2, 1, 3).contiguous(),
    "transpose outer": z.transpose(0, 2).contiguous(),
    "reversed axes": z.permute(3, 2, 1, 0).contiguous(),
    "large transpose": a(37, 53).t().contiguous(),
    "batched transpose": a(3, 19, 33).transpose(1, 2).contiguous(),
    "bool transpose": (a(9, 20) > 0).t().contiguous(),
    "double transpose": a(17, 9).double().t().contiguous(),
    "sliced transpose": a(20, 30)[1:18:2, 3:27].t().contiguous(),
    "expanded copy": a(3, 1).expand(2, 3, 9).contiguous(),
    "movedim": z.movedim(1, 3).contiguous(),
    "movedim many": z.movedim((0, 2), (2, 1)).contiguous(),
    "swapaxes": z.swapaxes(0, -1).contiguous(),
    "squeeze": a(1, 3, 1).squeeze(),
    "squeeze one": a(1, 3, 1).squeeze(-1),
    "squeeze other": a(1, 3, 1).squeeze(1),
    "unsqueeze": x.unsqueeze(-1),
    "unsqueeze first": x.unsqueeze(0),
    "expand": a(3, 1).expand(2, -1, 4).contiguous(),
    "broadcast_to": a(4).broadcast_to(2, 4).contiguous(),
    "select": y.select(1, -1),
    "narrow": y.narrow(2, 1, 2),
    "slice": v[1:6:2],
    "slice beyond": v[-3:100],
    "as_strided": v.as_strided((3, 2), (2, 1), 1),
    "diagonal": y.diagonal(1, 1, 2),
    "diagonal below": x.diagonal(-1),
    "unfold": v.unfold(0, 3, 2),
    "unfold middle": y.unfold(1, 2, 1),
    "atleast_2d": torch.atleast_2d(v),
    "atleast_3d": torch.atleast_3d(v),
    "atleast_3d matrix": torch.atleast_3d(x),
    "real": c.real,
    "imag": c.imag,
    "view_as_real": torch.view_as_real(c),
    "view_as_complex": torch.view_as_complex(a(3, 2)).imag,
    "complex transpose": torch.view_as_real(c.t().contiguous()),
    "chunk": torch.stack(v.chunk(4)[:3]),
    "chunk last": v.chunk(4)[3],
    "split": y.split(2, 1)[1],
    "split sizes": v.split([1, 4, 2])[1],
    "tensor_split": v.tensor_split(3)[1],
    "tensor_split at": v.tensor_split((2, 5))[1],
    "hsplit": x.hsplit(2)[1],
    "vsplit": x.vsplit((1,))[1],
    "unbind": y.unbind(1)[2],
    "cat": torch.cat([x, a(2, 4, k=5)]),
    "cat columns": torch.cat([x, a(3, 2, k=5), a(3, 1)], 1),
    "cat middle": torch.cat([y, y * 2], -2),
    "cat types": torch.cat([i(1, 2), a(3)]),
    "cat empty": torch.cat([torch.zeros(0), x]),
    "stack": torch.stack([x, x + 1, x * 2], 1),
    "stack last": torch.stack([x, -x], -1),
    "hstack": torch.hstack([v, a(2)]),
    "hstack matrices": torch.hstack([x, x]),
    "vstack": torch.vstack([a(4), x]),
    "dstack": torch.dstack([x, x + 1]),
    "column_stack": torch.column_stack([v, a(7, 2)]),
    "meshgrid": torch.stack(torch.meshgrid(a(3), a(2), indexing="ij")),
    "meshgrid xy": torch.stack(torch.meshgrid(a(3), a(2), indexing="xy")),
    "cartesian_prod": torch.cartesian_prod(a(3), a(2)),
    "block_diag": torch.block_diag(x, a(2, 2), a(3)),
    "kron": torch.kron(x, a(2, 3)),
    "repeat": x.repeat(2, 1, 3),
    "tile": y.tile((2, 1)),
    "repeat_interleave": x.repeat_interleave(2),
    "repeat_interleave dim": x.repeat_interleave(2, 1),
    "repeat_interleave counts": x.repeat_interleave(i(1, 0, 2), 0),
    "flip": y.flip(0, 2),
    "fliplr": x.fliplr(),
    "flipud": x.flipud(),
    "roll": x.roll(3),
    "roll dim": x.roll(-1, 1),
    "roll dims": y.roll((1, 2), (0, 2)),
    "rot90": x.rot90(),
    "rot90 thrice": y.rot90(3, (1, 2)),
    "rot90 twice": x.rot90(2),
    "tril": y.tril(),
    "tril above": y.tril(1),
    "triu": y.triu(),
    "triu below": y.triu(-1),
    "diag": a(3).diag(1),
    "diag of": x.diag(-1),
    "diag_embed": x.diag_embed(),
    "diag_embed dims": x.diag_embed(1, 0, 2),
    "diagflat": a(2, 2).diagflat(),
    "tril_indices": torch.tril_indices(3, 4, 1),
    "triu_indices": torch.triu_indices(3, 4, -1),
    "pad": pad(y, (1, 2)),
    "pad value": pad(y, (1, 0, 2, 1), value=7.5),
    "pad negative": pad(y, (-1, 2, 1, -1)),
    "pad reflect": pad(y, (2, 1), "reflect"),
    "pad reflect 2d": pad(z, (2, 3, 1, 2), "reflect"),
    "pad replicate": pad(z, (1, 2, 3, 0), "replicate"),
    "pad circular": pad(z, (1, 2, 3, 1), "circular"),
    "one_hot": torch.nn.functional.one_hot(i(1, 0, 3)),
    "one_hot classes": torch.nn.functional.one_hot(torch.tensor([[1, 0], [2, 2]]), 4),
    "at 1": y[1],
    "at 2": y[1, 2],
    "at 3": y[-1, 0, 3],
    "ranges": y[:, 1:, ::2],
    "range end": y[0, 1:-1],
    "from end": y[..., -1],
    "ellipsis": z[1, ..., 2],
    "new axis": x[:, None].contiguous(),
    "mask": y[m],
    "mask first": y[i(1, 0) > 0],
    "mask middle": y[:, i(1, 0, 1) > 0],
    "mask 2d": y[:, x > 0],
    "mask and slice": y[i(1, 0) > 0, 1:],
    "indices": x[i(2, 0, -1)],
    "indices 2": x[i(2, 0), i(1, 3)],
    "indices 2d": x[torch.tensor([[0, 1], [2, 0]])],
    "adjacent": z[:, i(0, 2), i(1, 3)],
    "separated": z[i(0, 1), :, i(1, 3)],
    "separated middle": z[:, i(0, 2), :, i(1, 3)],
    "broadcast indices": z[i(0, 1)[:, None], i(0, 2, 1)],
    "index and number": z[:, i(0, 2), 1],
    "true": x[True],
    "strided indices": y.transpose(0, 2)[i(3, 0)],
    "put": put(x, 5.0, 1),
    "put row": put(x, a(4, k=5), 2),
    "put range": put(y, a(3, 1), s(sn), s(sn), s(1, 3)),
    "put mask": put(y, 0.0, m),
    "put mask values": put(x, a(2, 4), i(1, 0, 1) > 0),
    "put indices": put(x, a(2, 4, k=3), i(2, 0)),
    "put separated": put(z, a(2, 3, 5, k=3), i(0, 1), s(sn), i(1, 3)),
    "put accumulate": put(v, a(4, k=3), i(1, 1, 6, 1), accumulate=True),
    "gather": y.gather(1, torch.tensor([[[0, 2, 1, 0]], [[2, 2, 0, 1]]])),
    "gather last": x.gather(1, torch.tensor([[3, 0], [1, 1]])),
    "scatter": x.scatter(1, torch.tensor([[3, 0], [1, 2]]), a(2, 3, k=5)),
    "scatter_add": x.scatter_add(0, torch.tensor([[2, 0, 2, 1], [2, 1, 1, 1]]), a(2, 4, k=5)),
    "index_select": y.index_select(1, i(2, 0, 2)),
    "index_add": y.index_add(1, i(2, 0, 2), a(2, 3, 4, k=5), alpha=2),
    "index_copy": y.index_copy(2, i(3, 0), a(2, 3, 2, k=5)),
    "index_fill": y.index_fill(1, i(0, 2), 9.0),
    "masked_select": y.masked_select(x > 1),
    "masked_scatter": x.masked_scatter(x > 0, a(12, k=5)),
    "take": y.take(torch.tensor([[5, -1], [0, 23]])),
    "take_along_dim": torch.take_along_dim(y, torch.tensor([[[1], [0], [2]]]), 1),
    "nonzero": m.nonzero(),
    "nonzero number": torch.tensor(3.0).nonzero(),
    "where": torch.stack(torch.where(x > 0)),
    "argwhere": torch.argwhere(x > 0),
    "sort": y.sort().values,
    "sort indices": y.sort(1, descending=True).indices,
    "sort middle": y.sort(1).values,
    "argsort": x.argsort(0),
    "sort int": torch.sort(i(3, 1, 2, 3, 0), dim=0, stable=True).indices,
    "msort": x.msort(),
    "topk": y.topk(2).values,
    "topk smallest": y.topk(2, 1, largest=False).indices,
    "kthvalue": y.kthvalue(2, 1).values,
    "kthvalue kept": y.kthvalue(3, 2, True).indices,
    "unique": i(3, 1, 2, 3, 1).unique(),
    "unique inverse": torch.tensor([[3, 1], [2, 3]]).unique(return_inverse=True)[1],
    "unique counts": i(3, 1, 2, 3, 1).unique(return_counts=True)[1],
    "unique rows": torch.tensor([[1, 2], [0, 5], [1, 2]]).unique(dim=0),
    "unique columns": torch.tensor([[1, 0, 1], [2, 5, 2]]).unique(dim=1, return_inverse=True)[1],
    "unique_consecutive": i(1, 1, 2, 2, 1).unique_consecutive(),
    "unique_consecutive counts": i(1, 1, 2, 2, 1).unique_consecutive(return_counts=True)[1],
    "searchsorted": torch.searchsorted(i(1, 3, 3, 7), i(3, 0, 8, 4)),
    "searchsorted right": torch.searchsorted(i(1, 3, 3, 7), i(3, 7), right=True),
    "searchsorted rows": torch.searchsorted(x.sort().values, a(3, 2)),
    "bucketize": torch.bucketize(v, i(-5, 0, 5).float()),
    "bincount": i(1, 3, 1, 0).bincount(),
    "bincount weights": i(1, 3, 1, 0).bincount(a(4), 6),
    "histc": x.histc(5),
    "histc range": x.histc(4, -10, 10),
    "cummax": x.cummax(1).values,
    "cummax indices": y.cummax(1).indices,
    "cummin": y.cummin(0).values,
    "cummin ties": i(2, 1, 1, 3).cummin(0).indices,
    "long": (a(5) * 3).long(),
    "int": (a(5) * 3).int(),
    "bool": i(0, 2, 1).bool(),
    "byte": i(0, 2, 1).byte(),
    "double": a(3).double(),
    "embedding": torch.nn.functional.embedding(torch.tensor([[1, 2], [0, 2]]), x),
}

types = {
    torch.float32: "Float32", torch.float64: "Float64", torch.int64: "Int64",
    torch.int32: "Int32", torch.bool: "Bool", torch.uint8: "Byte",
}
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "shapes.json"), "w") as file:
    rows = []
    for name, value in cases.items():
        numbers = [float(number) for number in value.reshape(-1).tolist()]
        row = {"type": types[value.dtype], "shape": list(value.shape), "values": numbers}
        rows.append(f"{json.dumps(name)}: {json.dumps(row)}")
    file.write("{\n" + ",\n".join(rows) + "\n}\n")
